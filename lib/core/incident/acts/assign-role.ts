import { z } from 'zod';
import { isRefusal, refuse } from '../../refusal';
import { withinSentence } from '../../text';
import { assignable, defineAct, idSchema } from '../act';

/** Giving an empty role to somebody. A held one passes by handover or relief alone. */
export const assignRole = defineAct({
  name: 'assign-role',
  input: z.object({ role: idSchema, person: idSchema }),
  mentions: ({ person }) => ({ people: [person], roles: true }),
  decide: (incident, input, context) => {
    const role = context.roles.get(input.role);
    if (!role) return refuse('not-found', 'There is no such role.');
    const person = assignable(incident, input.person, context);
    if (isRefusal(person)) return person;
    const held = incident.roles[role.key];
    if (held?.holder.id === person.id)
      return refuse('conflict', `${person.name} is ${withinSentence(role.name)} already.`);
    if (held) return refuse('taken', `${held.holder.name} is ${withinSentence(role.name)}. Use a handover.`);
    return [{ kind: 'role.assigned', data: { role: { key: role.key, name: role.name }, person } }];
  },
});
