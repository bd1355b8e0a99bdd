import { z } from 'zod';
import { refuse } from '../../refusal';
import { defineAct, idSchema } from '../act';

/** Who a private incident is visible to. Whoever holds a role in it cannot be put out before handing over. */
export const changeAccess = defineAct({
  name: 'change-access',
  input: z.object({ private: z.boolean(), visibleTo: z.array(idSchema).max(200).default([]) }),
  afterEnd: true,
  mentions: ({ visibleTo }) => ({ people: visibleTo }),
  decide: (incident, input, { people, actor }) => {
    if (!input.private) {
      return incident.private ? [{ kind: 'access.changed', data: { private: false, visibleTo: [] } }] : [];
    }
    const named = [...new Set(input.visibleTo)].flatMap((id) => people.get(id) ?? []);
    if (named.some(({ active }) => !active)) return refuse('not-found', 'One of these people does not exist.');
    const visibleTo = named.map(({ id, name }) => ({ id, name }));
    const isNamed = (id: string) =>
      visibleTo.some((person) => person.id === id) || people.get(id)?.role === 'administrator';
    const holder = Object.values(incident.roles).find(({ holder }) => !isNamed(holder.id));
    if (holder) {
      return refuse(
        'conflict',
        `${holder.holder.name} is ${holder.role.name.toLowerCase()}. Hand the role over first, or name them.`,
      );
    }
    if (actor.kind === 'person' && actor.role !== 'administrator' && !isNamed(actor.id)) {
      return refuse('conflict', 'You would shut yourself out. Name yourself too.');
    }
    return [{ kind: 'access.changed', data: { private: true, visibleTo } }];
  },
});
