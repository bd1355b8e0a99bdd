import { z } from 'zod';
import { isRefusal, refuse } from '../../refusal';
import { defineAct, idSchema, sentence } from '../act';
import { openDecision } from './open-decision';

export const objectToDecision = defineAct({
  name: 'object-to-decision',
  input: z.object({ id: idSchema, reason: sentence(1_000) }),
  peopleOnly: true,
  decide: (incident, { id, reason }, { now, actor }) => {
    const decision = openDecision(incident, id, now);
    if (isRefusal(decision)) return decision;
    if (decision.objections.some(({ by }) => by.id === actor.id))
      return refuse('conflict', 'Your objection is on record already.');
    return [{ kind: 'decision.objected', data: { id, text: decision.text, reason } }];
  },
});
