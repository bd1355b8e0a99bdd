'use client';

import { useActionState } from 'react';
import { type Refusal } from '@/lib/core/refusal';
import { useFaultFocus } from '../submit/use-fault-focus';
import { FormError, TextField } from '../ui/field';
import { SubmitButton } from '../ui/submit-button';
import { NewPasswordField } from './new-password-field';

type RecoveryFormProps = {
  token: string;
  /** Whose password it is: shown, and told to the password manager. */
  email: string;
  action: (refusal: Refusal | null, form: FormData) => Promise<Refusal | null>;
};

/** A new password for whoever holds a recovery link; works without its script. */
export function RecoveryForm({ token, email, action }: RecoveryFormProps) {
  const [refusal, submit] = useActionState(action, null);
  const form = useFaultFocus(refusal);
  return (
    <form ref={form} action={submit} noValidate className="flex flex-col gap-4">
      <FormError>{refusal && !refusal.fields && refusal.message}</FormError>
      <input type="hidden" name="token" value={token} />
      <TextField
        label="E-mail address"
        name="email"
        type="email"
        autoComplete="username"
        defaultValue={email}
        readOnly
      />
      <NewPasswordField error={refusal?.fields?.password} />
      <SubmitButton>Set the password and sign in</SubmitButton>
    </form>
  );
}
