'use client';

import { useRoom } from '@/components/live/room-context';
import { textOf } from '@/components/submit/text-of';
import { TextField } from '@/components/ui/field';
import { ActDialog, wrong } from '../act-dialog';
import { useActing } from '../use-acting';
import { whyNot } from '../why-not';

/** Waits for a vendor no longer. */
export default function VendorEndDialog({ id }: { id: string }) {
  const room = useRoom();
  const acting = useActing();
  const name = room.incident.vendors.find(({ vendor }) => vendor.id === id)?.vendor.name ?? 'them';
  return (
    <ActDialog
      title={`Wait for ${name} no longer`}
      submit="Give up"
      size="sm"
      acting={acting}
      blocked={whyNot(room).open}
      onSubmit={(form) =>
        acting.run('give-up-vendor', { vendor: id, reason: textOf(form, 'reason') }, 'No answer is waited for')
      }
    >
      <TextField name="reason" label="Why" maxLength={1_000} autoComplete="off" error={wrong(acting, 'reason')} />
    </ActDialog>
  );
}
