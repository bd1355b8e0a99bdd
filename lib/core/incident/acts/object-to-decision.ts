import { z } from 'zod';
import { isRefusal, refuse } from '../../refusal';
import { defineAct, idSchema, sentence } from '../act';
import { openDecision } from './open-decision';

/** Most objections to one decision: more say nothing new, and the state is read whole. */
const mostObjections = 20;

export const objectToDecision = defineAct({
  name: 'object-to-decision',
  input: z.object({ id: idSchema, reason: sentence(1_000) }),
  peopleOnly: true,
  decide: (incident, { id, reason }, { now, actor }) => {
    const decision = openDecision(incident, id, now);
    if (isRefusal(decision)) return decision;
    if (decision.by.id === actor.id) return refuse('conflict', 'You proposed it yourself. Withdraw it instead.');
    if (decision.objections.some(({ by }) => by.id === actor.id))
      return refuse('conflict', 'Your objection is on record already.');
    if (decision.objections.length >= mostObjections) {
      return refuse('too-many', `${mostObjections} objections are on record. Propose something else.`);
    }
    return [{ kind: 'decision.objected', data: { id, text: decision.text, reason } }];
  },
});
