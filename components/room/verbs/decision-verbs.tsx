'use client';

import { Fragment } from 'react';
import { Verb } from '@/components/keys/verb';
import { useRoom } from '@/components/live/room-context';
import { useNow } from '@/components/ui/server-clock';
import { useAsk } from '../ask';
import { useQuickAct } from '../use-acting';
import { mayObject, mayWithdraw } from '../why-not';

/** Objecting to what is proposed, or taking it back, while its window is open. */
export function DecisionVerbs() {
  const room = useRoom();
  const { ask } = useAsk();
  const { run } = useQuickAct();
  const now = useNow();
  return room.incident.decisions
    .filter(({ state }) => state === 'proposed')
    .map((decision) => (
      <Fragment key={decision.id}>
        <Verb
          label={`Object to “${decision.text}”`}
          group="Tasks and decisions"
          when={mayObject(room, decision, now)}
          run={() => ask({ kind: 'objection', id: decision.id })}
        />
        <Verb
          label={`Withdraw “${decision.text}”`}
          group="Tasks and decisions"
          when={mayWithdraw(room, decision, now)}
          run={() => void run('withdraw-decision', { id: decision.id }, 'Withdrawn')}
        />
      </Fragment>
    ));
}
