'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { useRoom } from '@/components/live/room-context';
import { type Done, freshKey } from '@/components/live/send-act';
import { textOf } from '@/components/submit/text-of';
import { Combobox } from '@/components/ui/combobox';
import { TextField } from '@/components/ui/field';
import { isRefusal, type Refusal } from '@/lib/core/refusal';
import { ActDialog, wrong } from '../act-dialog';
import { useActing } from '../use-acting';
import { whyNot } from '../why-not';

export interface Merging {
  merge: (number: number, draft: unknown, requestKey: string) => Promise<Done | Refusal>;
  findOthers: (number: number) => Promise<{ number: number; title: string }[]>;
}

/** Ends this incident as a duplicate; the other goes on, and both keep their facts. */
export default function MergeDialog({ merge, findOthers }: Merging) {
  const room = useRoom();
  const { number } = room.incident;
  const router = useRouter();
  const acting = useActing();
  const [key] = useState(freshKey);
  const [others, setOthers] = useState<Awaited<ReturnType<Merging['findOthers']>> | null>(null);
  useEffect(() => {
    let stale = false;
    findOthers(number).then(
      (found) => !stale && setOthers(found),
      () => undefined,
    );
    return () => {
      stale = true;
    };
  }, [findOthers, number]);
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
        const draft = { into: Number(textOf(form, 'into')), reason: textOf(form, 'reason') || null };
        const merged = await acting.call(async () => {
          const answer = await room.run(() => merge(number, draft, key));
          return isRefusal(answer) && answer.refusal === 'invalid'
            ? { ...answer, fields: { into: 'Choose the incident in which it goes on.' } }
            : answer;
        }, `Merged into INC-${draft.into}`);
        if (merged) router.push(`/incidents/${draft.into}`);
        return merged;
      }}
    >
      <Combobox
        name="into"
        label="It goes on in"
        placeholder={others?.length === 0 ? 'No other incident is open' : 'Choose an open incident'}
        options={(others ?? []).map((other) => ({
          value: `${other.number}`,
          label: other.title,
          hint: `INC-${other.number}`,
        }))}
        error={wrong(acting, 'into')}
      />
      <TextField name="reason" label="Why" optional maxLength={1_000} error={wrong(acting, 'reason')} />
    </ActDialog>
  );
}
