import { z } from 'zod';
import { refuse } from '../../refusal';
import { withinSentence } from '../../text';
import { defineAct, idSchema, selfOf } from '../act';
import { commanderKey } from '../incident';
import { pagesCalling } from '../paging';

/**
 * Taking an empty role, command above all. A held one passes by handover or relief alone. Whoever takes command while a page
 * calls them has answered it.
 */
export const takeRole = defineAct({
  name: 'take-role',
  input: z.object({ role: idSchema }),
  peopleOnly: true,
  mentions: () => ({ roles: true }),
  decide: (incident, input, context) => {
    const role = context.roles.get(input.role);
    if (!role) return refuse('not-found', 'There is no such role.');
    const held = incident.roles[role.key];
    if (held?.holder.id === context.actor.id)
      return refuse('conflict', `You are ${withinSentence(role.name)} already.`);
    if (held)
      return refuse(
        'taken',
        `${held.holder.name} is ${withinSentence(role.name)} since a moment ago. Ask for a handover.`,
      );
    const person = selfOf(context);
    const answered = role.key === commanderKey ? pagesCalling(incident, person.id) : [];
    return [
      ...answered.map(({ id }) => ({ kind: 'page.acknowledged', data: { id, person, via: 'app' } }) as const),
      { kind: 'role.taken', data: { role: { key: role.key, name: role.name }, person } },
    ];
  },
});
