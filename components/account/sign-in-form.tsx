'use client';

import { useActionState } from 'react';
import { type Refusal } from '@/lib/core/refusal';
import { useFaultFocus } from '../submit/use-fault-focus';
import { FormError, TextField } from '../ui/field';
import { SubmitButton } from '../ui/submit-button';

export type SignInState = { refusal: Refusal; email: string } | null;

type SignInFormProps = { next: string; action: (state: SignInState, form: FormData) => Promise<SignInState> };

/** E-mail address and password; works before, and without, its script. */
export function SignInForm({ next, action }: SignInFormProps) {
  const [state, submit] = useActionState(action, null);
  const form = useFaultFocus(state?.refusal);
  const fields = state?.refusal.fields ?? {};
  return (
    <form ref={form} action={submit} noValidate className="flex flex-col gap-4">
      <FormError>{state && !state.refusal.fields && state.refusal.message}</FormError>
      <input type="hidden" name="next" value={next} />
      <TextField
        label="E-mail address"
        name="email"
        type="email"
        autoComplete="username webauthn"
        defaultValue={state?.email}
        error={fields.email}
        required
      />
      <TextField
        label="Password"
        name="password"
        type="password"
        autoComplete="current-password"
        error={fields.password}
        required
      />
      <SubmitButton>Sign in</SubmitButton>
    </form>
  );
}
