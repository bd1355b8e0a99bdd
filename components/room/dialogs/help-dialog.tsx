'use client';

import { useRoom } from '@/components/live/room-context';
import { textOf } from '@/components/submit/text-of';
import { TextArea } from '@/components/ui/field';
import { ActDialog, wrong } from '../act-dialog';
import { useActing } from '../use-acting';
import { whyNot } from '../why-not';

/** Asking early is a strength: administrators and the owning teams' leads are told. */
export default function HelpDialog() {
  const room = useRoom();
  const acting = useActing();
  return (
    <ActDialog
      title="Ask for help"
      description="Administrators and the leads of the owning teams are told at once."
      submit="Ask for help"
      acting={acting}
      blocked={whyNot(room).open}
      onSubmit={(form) => acting.run('ask-for-help', { reason: textOf(form, 'reason') }, 'Help is asked for')}
    >
      <TextArea
        name="reason"
        label="What is missing"
        placeholder="Somebody who knows the payment queue"
        maxLength={1_000}
        error={wrong(acting, 'reason')}
      />
    </ActDialog>
  );
}
