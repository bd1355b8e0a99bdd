'use client';

import { useState } from 'react';
import { useRoom } from '@/components/live/room-context';
import { textOf } from '@/components/submit/text-of';
import { TextField } from '@/components/ui/field';
import { ActDialog, wrong } from '../act-dialog';
import { ChoiceChips } from '../choice-chips';
import { useActing } from '../use-acting';
import { whyNot } from '../why-not';

/** Once for each owed update, with a reason that everyone reads. */
export default function SnoozeDialog() {
  const room = useRoom();
  const acting = useActing();
  const [minutes, setMinutes] = useState(5);
  return (
    <ActDialog
      title="Snooze the update"
      description="Once for each update, by at most 15 minutes. Everyone sees that you did, and why."
      submit="Snooze"
      size="sm"
      acting={acting}
      blocked={whyNot(room).snooze}
      onSubmit={(form) =>
        acting.run('snooze-update', { minutes, reason: textOf(form, 'reason') }, `Snoozed by ${minutes} minutes`)
      }
    >
      <ChoiceChips
        legend="By"
        value={minutes}
        onChange={setMinutes}
        options={[5, 10, 15].map((value) => ({ value, label: `${value} min` }))}
      />
      <TextField name="reason" label="Why" maxLength={500} error={wrong(acting, 'reason')} />
    </ActDialog>
  );
}
