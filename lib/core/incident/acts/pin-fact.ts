import { z } from 'zod';
import { refuse } from '../../refusal';
import { countSchema, defineAct } from '../act';

/** Most facts that may be pinned: pins are for the few that tell the story. */
const mostPins = 100;

export const pinFact = defineAct({
  name: 'pin-fact',
  input: z.object({ seq: countSchema, pinned: z.boolean() }),
  afterEnd: true,
  decide: (incident, { seq, pinned }) => {
    if (seq > incident.seq) return refuse('not-found', 'There is no such fact.');
    if (incident.pins.includes(seq) === pinned) return [];
    if (!pinned) return [{ kind: 'fact.unpinned', data: { seq } }];
    if (incident.pins.length >= mostPins) return refuse('too-many', `${mostPins} facts are pinned. Unpin some first.`);
    return [{ kind: 'fact.pinned', data: { seq } }];
  },
});
