import { z } from 'zod';
import { refuse } from '../../refusal';
import { defineAct, idSchema } from '../act';

export const withdrawHandover = defineAct({
  name: 'withdraw-handover',
  input: z.object({ id: idSchema }),
  peopleOnly: true,
  decide: (incident, input, { actor }) => {
    const handover = Object.values(incident.handovers).find(({ id }) => id === input.id);
    if (!handover) return refuse('changed-meanwhile', 'This offer is no longer open.');
    if (handover.from.id !== actor.id) return refuse('not-allowed', `Only ${handover.from.name} can withdraw it.`);
    const { id, role, from, to } = handover;
    return [{ kind: 'handover.withdrawn', data: { id, role, from, to } }];
  },
});
