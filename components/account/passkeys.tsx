'use client';

import { KeyRound } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '../ui/button';
import { Dialog, DialogFooter } from '../ui/dialog';
import { FormError, TextField } from '../ui/field';
import { PanelRow, Section } from '../ui/section';
import { SubmitButton } from '../ui/submit-button';
import { Time } from '../ui/time';
import { toast } from '../ui/toast';
import { type Act, useAct } from '../people/use-act';

type Passkey = { id: string; name: string; createdAt: string | null; synced: boolean };

type PasskeysProps = { passkeys: Passkey[]; rename: Act<[id: string, form: FormData]>; remove: Act<[id: string]> };

/** The passkeys that sign this person in. */
export function Passkeys({ passkeys, rename, remove }: PasskeysProps) {
  const router = useRouter();
  const [pending, setPending] = useState(false);
  const add = async () => {
    setPending(true);
    const { makePasskey } = await import('./passkey');
    const problem = await makePasskey(null);
    setPending(false);
    if (problem) return toast.error(problem);
    toast.done('Passkey added');
    router.refresh();
  };
  return (
    <Section
      title="Passkeys"
      count={passkeys.length}
      className="mt-8"
      action={
        <Button size="sm" icon={<KeyRound aria-hidden="true" />} pending={pending} onClick={() => void add()}>
          Add a passkey
        </Button>
      }
    >
      {passkeys.length === 0 && (
        <p className="measure pt-2 text-muted">
          A passkey signs you in with your fingerprint, face or device PIN, and cannot be phished or guessed. Add one on
          each device you work from.
        </p>
      )}
      {passkeys.map((passkey) => (
        <Row key={passkey.id} passkey={passkey} rename={rename} remove={remove} />
      ))}
    </Section>
  );
}

function Row({ passkey, rename, remove }: { passkey: Passkey } & Omit<PasskeysProps, 'passkeys'>) {
  const { id, name, createdAt, synced } = passkey;
  const [open, setOpen] = useState(false);
  const { form, pending, refusal, run } = useAct();
  const close = () => setOpen(false);
  const removeIt = async () => {
    const no = await remove(id);
    if (no) toast.error(no.message);
    return no;
  };
  return (
    <PanelRow
      lead={<KeyRound className="size-4 shrink-0 text-muted" aria-hidden="true" />}
      end={
        <>
          <Dialog
            title="Name this passkey"
            size="sm"
            open={open}
            onOpenChange={setOpen}
            trigger={<Button size="sm">Rename</Button>}
          >
            <form
              ref={form}
              action={(filled) => run(() => rename(id, filled), 'Renamed', close)}
              className="flex flex-col gap-4"
            >
              <FormError>{refusal && !refusal.fields && refusal.message}</FormError>
              <TextField label="Name" name="name" defaultValue={name} error={refusal?.fields?.name} />
              <DialogFooter>
                <SubmitButton pending={pending}>Rename</SubmitButton>
              </DialogFooter>
            </form>
          </Dialog>
          <Button size="sm" pending={pending} onClick={() => run(removeIt, 'Passkey removed')}>
            Remove
          </Button>
        </>
      }
    >
      <span className="font-medium">{name}</span>
      <span className="ml-2 text-xs text-muted max-md:hidden">
        {createdAt && (
          <>
            added <Time at={createdAt} form="date" />
          </>
        )}
        {synced && ' · on all your devices'}
      </span>
    </PanelRow>
  );
}
