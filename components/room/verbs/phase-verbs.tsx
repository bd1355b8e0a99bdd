'use client';

import { Verb } from '@/components/keys/verb';
import { useRoom } from '@/components/live/room-context';
import { useNow } from '@/components/ui/server-clock';
import { MINUTE } from '@/lib/core/instant';
import { isReopening, type Phase } from '@/lib/core/incident/phases';
import { useAsk } from '../ask';
import { legalMoves } from '../legal-moves';
import { whyNot } from '../why-not';

/** Every legal move from where the incident is. */
export function PhaseVerbs() {
  const room = useRoom();
  const { phase } = room.incident;
  const { ask } = useAsk();
  const now = useNow(MINUTE);
  return legalMoves(room.incident, now).map((to) => (
    <Verb
      key={to}
      label={wordsOf(phase, to)}
      group="Phase"
      when={whyNot(room).ever === null}
      run={() => ask({ kind: 'phase', to })}
    />
  ));
}

function wordsOf(from: Phase, to: Phase): string {
  if (isReopening(from, to)) return `Reopen it as ${to}`;
  if (to === 'resolved') return 'Resolve the incident';
  if (to === 'closed') return 'Close the incident';
  if (to === 'cancelled') return 'Cancel it as a false alarm';
  return `Move to ${to}`;
}
