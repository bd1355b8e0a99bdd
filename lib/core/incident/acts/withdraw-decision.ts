import { z } from 'zod';
import { isRefusal, refuse } from '../../refusal';
import { defineAct, idSchema } from '../act';
import { commanderOf } from '../incident';
import { openDecision } from './open-decision';

export const withdrawDecision = defineAct({
  name: 'withdraw-decision',
  input: z.object({ id: idSchema }),
  decide: (incident, { id }, { now, actor }) => {
    const decision = openDecision(incident, id, now);
    if (isRefusal(decision)) return decision;
    if (decision.by.id !== actor.id && commanderOf(incident)?.id !== actor.id) {
      return refuse('not-allowed', `Only ${decision.by.name} or the commander can withdraw it.`);
    }
    return [{ kind: 'decision.withdrawn', data: { id, text: decision.text } }];
  },
});
