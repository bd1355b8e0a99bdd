'use client';

import { useState } from 'react';
import { useRoom } from '@/components/live/room-context';
import { textOf } from '@/components/submit/text-of';
import { TextArea } from '@/components/ui/field';
import { ActDialog, wrong } from '../act-dialog';
import { ChoiceChips } from '../choice-chips';
import { useActing } from '../use-acting';
import { whyNot } from '../why-not';

const waits = [0, 5, 15, 30, 60];

/** What a vendor said, and whether more is to come from them. */
export default function VendorAnswerDialog({ id }: { id: string }) {
  const room = useRoom();
  const acting = useActing();
  const [wait, setWait] = useState(0);
  const name = room.incident.vendors.find(({ vendor }) => vendor.id === id)?.vendor.name ?? 'They';
  return (
    <ActDialog
      title={`${name} answered`}
      submit="Note the answer"
      acting={acting}
      blocked={whyNot(room).open}
      onSubmit={(form) =>
        acting.run(
          'note-vendor-answer',
          { vendor: id, text: textOf(form, 'text'), chaseMinutes: wait === 0 ? null : wait },
          'Answer noted',
        )
      }
    >
      <TextArea name="text" label="What they said" maxLength={2_000} error={wrong(acting, 'text')} />
      <ChoiceChips
        legend="Ask again in"
        value={wait}
        onChange={setWait}
        options={waits.map((minutes) => ({
          value: minutes,
          label: minutes === 0 ? 'Not again' : minutes < 60 ? `${minutes} min` : '1 h',
        }))}
      />
    </ActDialog>
  );
}
