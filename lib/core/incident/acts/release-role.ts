import { z } from 'zod';
import { refuse } from '../../refusal';
import { commanderKey, commanderOf } from '../incident';
import { defineAct, idSchema } from '../act';

/** Laying down a role. Command is never laid down: once somebody commands, somebody always does. */
export const releaseRole = defineAct({
  name: 'release-role',
  input: z.object({ role: idSchema }),
  peopleOnly: true,
  decide: (incident, { role: key }, { actor }) => {
    const held = incident.roles[key];
    if (!held) return refuse('conflict', 'Nobody holds this role.');
    if (key === commanderKey)
      return refuse('illegal-move', 'Command is handed over, never laid down. Offer a handover.');
    if (held.holder.id !== actor.id && commanderOf(incident)?.id !== actor.id && actor.role !== 'administrator') {
      return refuse('not-allowed', `Only ${held.holder.name} or the commander can do this.`);
    }
    return [{ kind: 'role.released', data: { role: held.role, person: held.holder } }];
  },
});
