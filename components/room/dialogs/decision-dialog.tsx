'use client';

import { useState } from 'react';
import { useRoom } from '@/components/live/room-context';
import { textOf } from '@/components/submit/text-of';
import { TextArea } from '@/components/ui/field';
import { ActDialog, wrong } from '../act-dialog';
import { ChoiceChips } from '../choice-chips';
import { useActing } from '../use-acting';
import { whyNot } from '../why-not';

/** A decision is proposed, waits for strong objections, and stands. */
export default function DecisionDialog({ text }: { text?: string }) {
  const room = useRoom();
  const acting = useActing();
  const [windowSeconds, setWindow] = useState(60);
  return (
    <ActDialog
      title="Propose a decision"
      description="Whoever strongly objects says so now. Then it is recorded, with every objection."
      submit="Propose"
      acting={acting}
      blocked={whyNot(room).open}
      onSubmit={(form) => acting.run('propose-decision', { text: textOf(form, 'text'), windowSeconds }, 'Proposed')}
    >
      <TextArea
        name="text"
        label="We will"
        defaultValue={text}
        placeholder="roll back to the last release"
        maxLength={1_000}
        error={wrong(acting, 'text')}
      />
      <ChoiceChips
        legend="Time for objections"
        value={windowSeconds}
        onChange={setWindow}
        options={[
          { value: 30, label: '30 s' },
          { value: 60, label: '1 min' },
          { value: 180, label: '3 min' },
          { value: 600, label: '10 min' },
        ]}
      />
    </ActDialog>
  );
}
