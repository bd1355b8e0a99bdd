'use client';

import { Plus } from 'lucide-react';
import { useActionState, useState } from 'react';
import { type PersonRole } from '@/lib/core/access/actor';
import { type Refusal } from '@/lib/core/refusal';
import { RoleCards } from '../people/role-cards';
import { Secret } from '../people/secret';
import { useFaultFocus } from '../submit/use-fault-focus';
import { Button } from '../ui/button';
import { Dialog, DialogFooter } from '../ui/dialog';
import { FormError, TextField } from '../ui/field';
import { SubmitButton } from '../ui/submit-button';

export type TokenState = { token: string; name: string } | { refusal: Refusal; name: string; role: PersonRole } | null;

type NewTokenProps = { action: (state: TokenState, form: FormData) => Promise<TokenState> };

/** Makes an API token in a dialog and shows it, once. */
export function NewToken({ action }: NewTokenProps) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      title="New API token"
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button tone="primary" icon={<Plus aria-hidden="true" />}>
          New token
        </Button>
      }
    >
      <TokenForm action={action} close={() => setOpen(false)} />
    </Dialog>
  );
}

function TokenForm({ action, close }: NewTokenProps & { close: () => void }) {
  const [state, submit] = useActionState(action, null);
  const form = useFaultFocus(state && 'refusal' in state ? state.refusal : null);
  if (state && 'token' in state) {
    return (
      <div className="flex flex-col gap-3">
        <p>
          This is the token of <strong className="font-semibold">{state.name}</strong>. Keep it now: it is not shown
          again. Machines send it as <code className="font-mono text-xs">Authorization: Bearer …</code>
        </p>
        <Secret label="API token" value={state.token} />
        <DialogFooter>
          <Button onClick={close}>I have kept it</Button>
        </DialogFooter>
      </div>
    );
  }
  const fields = state?.refusal.fields ?? {};
  return (
    <form ref={form} action={submit} noValidate className="flex flex-col gap-4">
      <FormError>{state && !state.refusal.fields && state.refusal.message}</FormError>
      <TextField
        label="Name"
        name="name"
        hint="The machine that will use it: what it does is recorded under this name."
        defaultValue={state?.name}
        error={fields.name}
      />
      <RoleCards chosen={state?.role ?? 'responder'} error={fields.role} />
      <DialogFooter>
        <SubmitButton>Make the token</SubmitButton>
      </DialogFooter>
    </form>
  );
}
