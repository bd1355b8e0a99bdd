'use client';

import { KeyRound, LogOut, MoreHorizontal, Pencil, Shield, UserCheck, UserX } from 'lucide-react';
import { useState } from 'react';
import { type PersonRole } from '@/lib/core/access/actor';
import { Button } from '../ui/button';
import { Dialog, DialogFooter } from '../ui/dialog';
import { FormError, TextField } from '../ui/field';
import { IconButton } from '../ui/icon-button';
import { Menu, MenuDivider, MenuItem } from '../ui/menu';
import { SubmitButton } from '../ui/submit-button';
import { type OfferRecovery, RecoveryDialog } from './recovery-dialog';
import { RoleCards } from './role-cards';
import { type Act, useAct } from './use-act';

export interface PersonActions {
  changeRole: Act<[id: string, form: FormData]>;
  rename: Act<[id: string, form: FormData]>;
  deactivate: Act<[id: string]>;
  reactivate: Act<[id: string]>;
  signOut: Act<[id: string]>;
  offerRecovery: OfferRecovery;
}

type Props = {
  person: { id: string; name: string; role: PersonRole; active: boolean };
  actions: PersonActions;
};

type Asking = 'role' | 'rename' | 'recovery' | 'deactivate' | null;

/** What an administrator may do with a person. */
export function PersonActs({ person: { id, name, role, active }, actions }: Props) {
  const [asking, setAsking] = useState<Asking>(null);
  const { form, pending, refusal, run, forget } = useAct();
  const ask = (what: Asking) => {
    forget();
    setAsking(what);
  };
  const close = () => setAsking(null);
  const dialog = (what: Asking) => ({ open: asking === what, onOpenChange: (open: boolean) => !open && close() });
  return (
    <>
      <Menu
        label={`What to do with ${name}`}
        align="end"
        trigger={<IconButton label={`Acts on ${name}`} icon={<MoreHorizontal />} />}
      >
        <MenuItem icon={<Shield />} onSelect={() => ask('role')}>
          Change role
        </MenuItem>
        <MenuItem icon={<Pencil />} onSelect={() => ask('rename')}>
          Rename
        </MenuItem>
        <MenuItem icon={<LogOut />} onSelect={() => run(() => actions.signOut(id), `${name} is signed out everywhere`)}>
          Sign out everywhere
        </MenuItem>
        {active && (
          <MenuItem icon={<KeyRound />} onSelect={() => ask('recovery')}>
            Make a recovery link
          </MenuItem>
        )}
        <MenuDivider />
        {active ? (
          <MenuItem icon={<UserX />} tone="danger" onSelect={() => ask('deactivate')}>
            Deactivate
          </MenuItem>
        ) : (
          <MenuItem
            icon={<UserCheck />}
            onSelect={() => run(() => actions.reactivate(id), `${name} can sign in again`)}
          >
            Reactivate
          </MenuItem>
        )}
      </Menu>
      <Dialog title={`Role of ${name}`} {...dialog('role')}>
        <form
          action={(form) => run(() => actions.changeRole(id, form), `${name} has another role`, close)}
          className="flex flex-col gap-4"
        >
          <FormError>{refusal?.message}</FormError>
          <RoleCards chosen={role} />
          <DialogFooter>
            <SubmitButton pending={pending}>Change role</SubmitButton>
          </DialogFooter>
        </form>
      </Dialog>
      <Dialog title={`Rename ${name}`} size="sm" {...dialog('rename')}>
        <form
          ref={form}
          action={(filled) => run(() => actions.rename(id, filled), 'Renamed', close)}
          className="flex flex-col gap-4"
        >
          <TextField
            label="Name"
            name="name"
            hint="What was recorded before keeps the old name."
            defaultValue={name}
            error={refusal?.message}
          />
          <DialogFooter>
            <SubmitButton pending={pending}>Rename</SubmitButton>
          </DialogFooter>
        </form>
      </Dialog>
      <RecoveryDialog person={{ id, name }} open={asking === 'recovery'} close={close} offer={actions.offerRecovery} />
      <Dialog
        title={`Deactivate ${name}?`}
        size="sm"
        description="They are signed out everywhere at once and cannot sign in. What they did stays on the record, and you can reactivate them."
        footer={
          <>
            <Button onClick={close}>Keep active</Button>
            <Button
              tone="danger"
              pending={pending}
              onClick={() => run(() => actions.deactivate(id), `${name} is deactivated`, close)}
            >
              Deactivate
            </Button>
          </>
        }
        {...dialog('deactivate')}
      >
        <FormError>{refusal?.message}</FormError>
      </Dialog>
    </>
  );
}
