'use client';

import { useRoom } from '@/components/live/room-provider';
import { textOf } from '@/components/submit/text-of';
import { TextArea } from '@/components/ui/field';
import { Countdown } from '@/components/ui/live-dial';
import { useNow } from '@/components/ui/server-clock';
import { msOf } from '@/lib/core/instant';
import { ActDialog, wrong } from '../act-dialog';
import { useActing } from '../use-acting';

export default function ObjectionDialog({ id }: { id: string }) {
  const { incident } = useRoom();
  const acting = useActing();
  const now = useNow();
  const decision = incident.decisions.find((each) => each.id === id);
  if (!decision) return null;
  const closesAt = msOf(decision.closesAt);
  const blocked =
    decision.state !== 'proposed'
      ? `This decision is ${decision.state} already.`
      : now >= closesAt
        ? 'The window for objections is over.'
        : null;
  return (
    <ActDialog
      title="Object"
      description={
        <>
          “{decision.text}”{' '}
          {blocked === null && (
            <>
              · <Countdown dueAt={closesAt} word={false} /> left
            </>
          )}
        </>
      }
      submit="Object"
      size="sm"
      acting={acting}
      blocked={blocked}
      onSubmit={(form) =>
        acting.run('object-to-decision', { id, reason: textOf(form, 'reason') }, 'Your objection is on record')
      }
    >
      <TextArea name="reason" label="Why it would do harm" maxLength={1_000} error={wrong(acting, 'reason')} />
    </ActDialog>
  );
}
