'use client';

import { useActionState } from 'react';
import { type PersonRole } from '@/lib/core/access/actor';
import { type Refusal } from '@/lib/core/refusal';
import { useFaultFocus } from '../submit/use-fault-focus';
import { Button } from '../ui/button';
import { FormError, SelectField, TextField } from '../ui/field';
import { SubmitButton } from '../ui/submit-button';
import { Time } from '../ui/time';
import { RoleCards } from './role-cards';
import { Secret } from './secret';

export type InviteState =
  | { link: string; email: string; expiresAt: string }
  | { refusal: Refusal; email: string; role: PersonRole; days: string }
  | null;

type InviteFormProps = { action: (state: InviteState, form: FormData) => Promise<InviteState> };

/** Makes an invitation and shows its link, once. */
export function InviteForm({ action }: InviteFormProps) {
  const [state, submit] = useActionState(action, null);
  const form = useFaultFocus(state && 'refusal' in state ? state.refusal : null);
  if (state && 'link' in state) {
    return (
      <div className="flex max-w-[36rem] flex-col gap-3">
        <p>
          Send this link to <strong className="font-semibold">{state.email}</strong>. It lets one person in, works until{' '}
          <Time at={state.expiresAt} form="date" />, and is not shown again.
        </p>
        <Secret label="Invitation link" value={state.link} />
        <div className="mt-2 flex gap-2">
          <Button href="/people">Back to people</Button>
          <Button onClick={() => window.location.reload()}>Invite another</Button>
        </div>
      </div>
    );
  }
  const fields = state?.refusal.fields ?? {};
  return (
    <form ref={form} action={submit} noValidate className="flex max-w-[36rem] flex-col gap-4">
      <FormError>{state && !state.refusal.fields && state.refusal.message}</FormError>
      <TextField
        label="E-mail address"
        name="email"
        type="email"
        autoComplete="off"
        defaultValue={state?.email}
        error={fields.email}
      />
      <RoleCards chosen={state?.role ?? 'responder'} error={fields.role} />
      <SelectField label="The link works for" name="days" defaultValue={state?.days ?? '7'} error={fields.days}>
        <option value="1">a day</option>
        <option value="3">three days</option>
        <option value="7">a week</option>
        <option value="30">30 days</option>
      </SelectField>
      <SubmitButton className="self-start">Make the link</SubmitButton>
    </form>
  );
}
