'use client';

import { useState } from 'react';
import { useRoom } from '@/components/live/room-context';
import { textOf } from '@/components/submit/text-of';
import { TextField } from '@/components/ui/field';
import { ActDialog, wrong } from '../act-dialog';
import { useActing } from '../use-acting';
import { mayRelieve } from '../why-not';

/** Taking a role from somebody who is gone. */
export default function RelieveDialog({ role }: { role: string }) {
  const room = useRoom();
  const acting = useActing();
  const held = room.incident.roles[role];
  const [from] = useState(held);
  if (!from) return null;
  const name = from.holder.name;
  const blocked =
    held?.holder.id !== from.holder.id
      ? `${held ? `${held.holder.name} holds it by now.` : 'Nobody holds it any more.'}`
      : mayRelieve(room, role)
        ? null
        : `${name} is back. Ask for a handover.`;
  return (
    <ActDialog
      title={`Relieve ${name}`}
      description={`You become ${from.role.name.toLowerCase()} at once. ${name} is told.`}
      submit="Relieve"
      tone="danger"
      size="sm"
      acting={acting}
      blocked={blocked}
      onSubmit={(form) =>
        acting.run('relieve', { role, from: from.holder.id, reason: textOf(form, 'reason') }, `You relieved ${name}`)
      }
    >
      <TextField
        name="reason"
        label="Why"
        placeholder="No answer for ten minutes"
        maxLength={1_000}
        error={wrong(acting, 'reason')}
      />
    </ActDialog>
  );
}
