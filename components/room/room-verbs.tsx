'use client';

import { useRoom } from '@/components/live/room-context';
import { useKey } from '@/components/keys/keys';
import { type Asked, useAsk } from './ask';
import { useQuickAct } from './use-acting';
import { DecisionVerbs } from './verbs/decision-verbs';
import { PageVerbs } from './verbs/page-verbs';
import { PhaseVerbs } from './verbs/phase-verbs';
import { RoleVerbs } from './verbs/role-verbs';
import { TaskVerbs } from './verbs/task-verbs';
import { VendorVerbs } from './verbs/vendor-verbs';
import { whyNot } from './why-not';

/** The verbs that have no button of their own in sight, for keys and palette, each while it can be done. Renders nothing. */
export function RoomVerbs() {
  const room = useRoom();
  const { incident, me } = room;
  const { ask } = useAsk();
  const { run } = useQuickAct();
  const { ever, open } = whyNot(room);
  const inside = Boolean(incident.responders[me.id]);

  useAsking('i h', 'Ask for help', { kind: 'help' }, open === null, ask);
  useAsking('i w', 'Form a sub-team', { kind: 'subteam' }, open === null, ask);
  useAsking('i t', 'Rename the incident', { kind: 'retitle' }, ever === null, ask);
  useAsking('i s', 'Change the services', { kind: 'services' }, ever === null, ask);
  useAsking('i a', 'Change who sees it', { kind: 'access' }, ever === null, ask);
  useAsking('i m', 'Merge as a duplicate', { kind: 'merge' }, open === null, ask);
  useKey('i j', () => void run('join', {}, 'You joined'), {
    label: 'Join as responder',
    group: 'Room',
    when: open === null && !inside,
  });
  useKey('i l', () => void run('leave', {}, 'You left'), {
    label: 'Leave as responder',
    group: 'Room',
    when: open === null && inside,
  });
  return (
    <>
      <PageVerbs />
      <PhaseVerbs />
      <RoleVerbs />
      <TaskVerbs />
      <VendorVerbs />
      {incident.decisions.some(({ state }) => state === 'proposed') && <DecisionVerbs />}
    </>
  );
}

function useAsking(keys: string, label: string, asked: Asked, when: boolean, ask: (asked: Asked) => void) {
  useKey(keys, () => ask(asked), { label, group: 'Room', when });
}
