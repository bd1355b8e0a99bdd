'use client';

import { useRoom } from '@/components/live/room-context';
import { textOf } from '@/components/submit/text-of';
import { TextField } from '@/components/ui/field';
import { ActDialog, wrong } from '../act-dialog';
import { useActing } from '../use-acting';
import { mayDecline, whyNot } from '../why-not';

/** Says that one cannot take a page; whoever comes next is called. */
export default function CannotDialog({ id }: { id: string }) {
  const room = useRoom();
  const acting = useActing();
  return (
    <ActDialog
      title="You cannot take this page"
      description="You are not called by it again. Whoever comes next is called at once."
      submit="I cannot"
      size="sm"
      acting={acting}
      blocked={whyNot(room).open ?? (mayDecline(room, id) ? null : 'This page no longer calls you.')}
      onSubmit={(form) =>
        acting.run(
          'answer-page',
          { id, take: false, reason: textOf(form, 'reason') || null },
          'Said: the next are called',
        )
      }
    >
      <TextField
        name="reason"
        label="Why"
        optional
        maxLength={1_000}
        autoComplete="off"
        error={wrong(acting, 'reason')}
      />
    </ActDialog>
  );
}
