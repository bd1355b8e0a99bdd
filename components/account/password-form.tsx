'use client';

import { FormError, TextField } from '../ui/field';
import { SubmitButton } from '../ui/submit-button';
import { type Act, useAct } from '../people/use-act';
import { NewPasswordField } from './new-password-field';

/** Changes the password, or sets the first one of somebody who came by passkey. */
export function PasswordForm({ hasPassword, change }: { hasPassword: boolean; change: Act<[form: FormData]> }) {
  const { form, pending, refusal, run } = useAct();
  const done = hasPassword ? 'Password changed. Your other sessions are signed out.' : 'Password set';
  return (
    <form
      ref={form}
      action={(data) =>
        run(
          () => change(data),
          done,
          () => form.current?.reset(),
        )
      }
      className="flex max-w-[26rem] flex-col gap-4 pt-3"
    >
      <FormError>{refusal && !refusal.fields && refusal.message}</FormError>
      {hasPassword && (
        <TextField
          label="Present password"
          name="current"
          type="password"
          autoComplete="current-password"
          error={refusal?.fields?.current}
        />
      )}
      <NewPasswordField name="next" error={refusal?.fields?.next} />
      <SubmitButton tone="quiet" pending={pending} className="self-start">
        {hasPassword ? 'Change password' : 'Set a password'}
      </SubmitButton>
    </form>
  );
}
