'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useRoom } from '@/components/live/room-provider';
import { type Done, freshKey } from '@/components/live/send-act';
import { textOf } from '@/components/submit/text-of';
import { TextField } from '@/components/ui/field';
import { isRefusal, type Refusal } from '@/lib/core/refusal';
import { ActDialog, wrong } from '../act-dialog';
import { useActing } from '../use-acting';
import { whyNot } from '../why-not';

export type MergeAction = (number: number, draft: unknown, requestKey: string) => Promise<Done | Refusal>;

/** Ends this incident as a duplicate; the other goes on, and both keep their facts. */
export default function MergeDialog({ merge }: { merge: MergeAction }) {
  const room = useRoom();
  const { number } = room.incident;
  const router = useRouter();
  const acting = useActing();
  const [key] = useState(freshKey);
  return (
    <ActDialog
      title={`Merge INC-${number} as a duplicate`}
      description="This incident ends here and says where it goes on. The facts of both stay readable."
      submit="Merge"
      tone="danger"
      size="sm"
      acting={acting}
      blocked={whyNot(room).open}
      onSubmit={async (form) => {
        const into = Number(textOf(form, 'into').replace(/^INC-/i, ''));
        const draft = { into: Number.isInteger(into) ? into : 0, reason: textOf(form, 'reason') || null };
        const merged = await acting.call(async () => {
          const answer = await room.run(() => merge(number, draft, key));
          return isRefusal(answer) && answer.refusal === 'invalid'
            ? { ...answer, fields: { into: 'Give the number of another open incident.' } }
            : answer;
        }, `Merged into INC-${draft.into}`);
        if (merged) router.push(`/incidents/${draft.into}`);
        return merged;
      }}
    >
      <TextField
        name="into"
        label="It goes on in"
        placeholder="INC-41"
        autoComplete="off"
        error={wrong(acting, 'into')}
      />
      <TextField name="reason" label="Why" optional maxLength={1_000} error={wrong(acting, 'reason')} />
    </ActDialog>
  );
}
