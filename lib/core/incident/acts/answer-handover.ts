import { z } from 'zod';
import { refuse } from '../../refusal';
import { defineAct, idSchema, optionalReason } from '../act';

/** The second phase. Of racing answers exactly one finds the offer still open. */
export const answerHandover = defineAct({
  name: 'answer-handover',
  input: z.object({ id: idSchema, accept: z.boolean(), reason: optionalReason }),
  peopleOnly: true,
  decide: (incident, input, { actor, now }) => {
    const handover = Object.values(incident.handovers).find(({ id }) => id === input.id);
    if (!handover) return refuse('changed-meanwhile', 'This offer is no longer open.');
    if (handover.expiresAt <= now) return refuse('expired', 'This offer lapsed. Ask for a new one.');
    if (handover.to.id !== actor.id) return refuse('not-allowed', `This was offered to ${handover.to.name}.`);
    const { id, role, from, to } = handover;
    return input.accept
      ? [{ kind: 'handover.accepted', data: { id, role, from, to } }]
      : [{ kind: 'handover.declined', data: { id, role, from, to, reason: input.reason } }];
  },
});
