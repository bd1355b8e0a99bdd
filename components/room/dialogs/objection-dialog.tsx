'use client';

import { useState } from 'react';
import { useRoom } from '@/components/live/room-context';
import { Button } from '@/components/ui/button';
import { FormError, TextArea } from '@/components/ui/field';
import { Countdown } from '@/components/ui/live-dial';
import { useNow } from '@/components/ui/server-clock';
import { type Decision } from '@/lib/core/incident/incident';
import { msOf } from '@/lib/core/instant';
import { ActDialog, wrong } from '../act-dialog';
import { useAsk } from '../ask';
import { useActing } from '../use-acting';
import { whyNot } from '../why-not';

/** A strong objection, while its window is open. Whoever is too late keeps their words, and does the next right thing with them. */
export default function ObjectionDialog({ id }: { id: string }) {
  const room = useRoom();
  const { ask } = useAsk();
  const acting = useActing();
  const now = useNow();
  const [reason, setReason] = useState('');
  const decision = room.incident.decisions.find((each) => each.id === id);
  if (!decision) return null;
  const { ever, open } = whyNot(room);
  const late = tooLate(decision, now);
  const words = reason.trim();
  const object = () => acting.run('object-to-decision', { id, reason: words }, 'Your objection is on record');
  const note = () =>
    acting.run('add-note', { text: `Too late to object to “${decision.text}”: ${words}` }, 'It is on the timeline');
  return (
    <ActDialog
      title="Object"
      description={
        <>
          “{decision.text}”{' '}
          {!late && (
            <>
              · <Countdown dueAt={msOf(decision.closesAt)} word={false} /> left
            </>
          )}
        </>
      }
      submit={late ? 'Add it as an event' : 'Object'}
      size="sm"
      acting={acting}
      blocked={ever}
      onSubmit={() => (late && words !== '' ? note() : object())}
      aside={
        late && (
          <Button onClick={() => ask({ kind: 'decision', text: words })} disabled={open !== null}>
            Propose otherwise
          </Button>
        )
      }
    >
      {late && (
        <FormError>
          {late} What you wrote is kept: put it on the timeline, or propose what should happen instead.
        </FormError>
      )}
      <TextArea
        name="reason"
        label="Why it would do harm"
        maxLength={1_000}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        error={wrong(acting, late ? 'text' : 'reason') ?? wrong(acting, 'reason')}
      />
    </ActDialog>
  );
}

function tooLate({ state, closesAt }: Decision, now: number): string | null {
  if (state === 'withdrawn') return 'It was withdrawn meanwhile.';
  return state === 'recorded' || now >= msOf(closesAt) ? 'The time for objections is over.' : null;
}
