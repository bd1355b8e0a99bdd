'use client';

import { useRoom } from '@/components/live/room-context';
import { textOf } from '@/components/submit/text-of';
import { TextField } from '@/components/ui/field';
import { ActDialog, wrong } from '../act-dialog';
import { useActing } from '../use-acting';

export default function DeclineDialog({ id }: { id: string }) {
  const { incident } = useRoom();
  const acting = useActing();
  const offer = Object.values(incident.handovers).find((each) => each.id === id);
  return (
    <ActDialog
      title="Decline the handover"
      description={offer && `${offer.from.name} keeps the role and is told.`}
      submit="Decline"
      size="sm"
      acting={acting}
      blocked={offer ? null : 'This offer is no longer open.'}
      onSubmit={(form) =>
        acting.run('answer-handover', { id, accept: false, reason: textOf(form, 'reason') || null }, 'Declined')
      }
    >
      <TextField name="reason" label="Why" optional maxLength={1_000} error={wrong(acting, 'reason')} />
    </ActDialog>
  );
}
