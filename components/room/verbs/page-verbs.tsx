'use client';

import { Fragment } from 'react';
import { Verb } from '@/components/keys/verb';
import { useRoom } from '@/components/live/room-context';
import { useAsk } from '../ask';
import { useQuickAct } from '../use-acting';
import { mayDecline, whyNot } from '../why-not';

/** Which pages could be acknowledged, declined or withdrawn. What calls me is acknowledged by the banner's own key. */
export function PageVerbs() {
  const room = useRoom();
  const { ask } = useAsk();
  const { run } = useQuickAct();
  const open = whyNot(room).open === null;
  return room.incident.pages.map(({ id, about, state, acknowledgedBy, offeredOn }) => (
    <Fragment key={id}>
      <Verb
        label={`Acknowledge the page “${about}”`}
        group="Room"
        when={open && state !== 'ended' && !acknowledgedBy && !mayDecline(room, id)}
        run={() => void run('answer-page', { id, take: true }, 'Acknowledged: nobody else is called')}
      />
      <Verb
        label={`Take over the page “${about}”`}
        group="Room"
        when={open && offeredOn.some((person) => person.id === room.me.id)}
        run={() => void run('answer-page', { id, take: true }, 'The page is yours')}
      />
      <Verb
        label={`I cannot take the page “${about}”`}
        group="Room"
        when={open && mayDecline(room, id)}
        run={() => ask({ kind: 'cannot', id })}
      />
      <Verb
        label={`Withdraw the page “${about}”`}
        group="Room"
        when={open && state !== 'ended'}
        run={() => void run('withdraw-page', { id }, 'Page withdrawn')}
      />
    </Fragment>
  ));
}
