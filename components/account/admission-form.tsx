'use client';

import { KeyRound } from 'lucide-react';
import { useActionState, useState } from 'react';
import { type Refusal } from '@/lib/core/refusal';
import { useFaultFocus } from '../submit/use-fault-focus';
import { Button } from '../ui/button';
import { FormError, TextField } from '../ui/field';
import { SubmitButton } from '../ui/submit-button';
import { NewPasswordField } from './new-password-field';

export type AdmissionState = { refusal: Refusal; name: string; email: string } | null;

type AdmissionFormProps = {
  kind: 'set-up' | 'invitation';
  token: string;
  /** The address an invitation is for; null where it is chosen. */
  email: string | null;
  action: (state: AdmissionState, form: FormData) => Promise<AdmissionState>;
};

/** Name, address, and a password or a passkey: makes an account by a link. */
export function AdmissionForm({ kind, token, email, action }: AdmissionFormProps) {
  const [state, submit] = useActionState(action, null);
  const form = useFaultFocus(state?.refusal);
  const [passkey, setPasskey] = useState<{ pending: boolean; problem: string | null }>({
    pending: false,
    problem: null,
  });
  const refusal = state?.refusal;
  const fields = refusal?.fields ?? {};

  const takePasskey = async () => {
    if (!form.current) return;
    const given = Object.fromEntries(new FormData(form.current));
    setPasskey({ pending: true, problem: null });
    const { makePasskey } = await import('./passkey');
    const problem = await makePasskey(null, { kind, token, name: given.name, email: given.email });
    if (problem === null) return window.location.assign('/');
    setPasskey({ pending: false, problem });
  };

  return (
    <form ref={form} action={submit} noValidate className="flex flex-col gap-4">
      <FormError>{passkey.problem ?? (refusal && !refusal.fields && refusal.message)}</FormError>
      <input type="hidden" name="token" value={token} />
      <TextField label="Your name" name="name" autoComplete="name" defaultValue={state?.name} error={fields.name} />
      <TextField
        label="E-mail address"
        hint={email ? 'The invitation is for this address.' : 'You sign in with it.'}
        name="email"
        type="email"
        autoComplete="username"
        defaultValue={state?.email ?? email ?? ''}
        readOnly={email !== null}
        error={fields.email}
      />
      <NewPasswordField label="Password" error={fields.password} />
      <SubmitButton>Create the account</SubmitButton>
      <Button icon={<KeyRound aria-hidden="true" />} pending={passkey.pending} onClick={() => void takePasskey()}>
        Use a passkey instead of a password
      </Button>
    </form>
  );
}
