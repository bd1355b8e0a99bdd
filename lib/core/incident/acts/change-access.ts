import { z } from 'zod';
import { maySee } from '../../access/may';
import { refuse } from '../../refusal';
import { defineAct, idSchema } from '../act';
import { atWork, blindAtWork } from '../at-work';

/**
 * Who a private incident is visible to. While it is open nobody who holds a role or work in it can be put out;
 * administrators see it named or not.
 */
export const changeAccess = defineAct({
  name: 'change-access',
  input: z.object({ private: z.boolean(), visibleTo: z.array(idSchema).max(200).default([]) }),
  afterEnd: true,
  mentions: ({ visibleTo }, incident) => ({
    people: [...visibleTo, ...atWork(incident).map(({ person }) => person.id)],
  }),
  decide: (incident, input, { people, actor }) => {
    if (!input.private) {
      return incident.private ? [{ kind: 'access.changed', data: { private: false, visibleTo: [] } }] : [];
    }
    const named = [...new Set(input.visibleTo)].flatMap((id) => people.get(id) ?? []);
    if (named.some(({ active }) => !active)) return refuse('not-found', 'One of these people does not exist.');
    const visibleTo = named.map(({ id, name }) => ({ id, name }));
    const [out] = blindAtWork({ ...incident, private: true, visibleTo }, people);
    if (out?.role) {
      return refuse(
        'conflict',
        `${out.person.name} is ${out.role.toLowerCase()}. Hand the role over first, or name them.`,
      );
    }
    if (out) {
      return refuse(
        'conflict',
        `${out.person.name} has work here: a task, an offer or a sub-team. Pass it on first, or name them.`,
      );
    }
    if (actor.kind === 'person' && !maySee(actor, { private: true, visibleTo })) {
      return refuse('conflict', 'You would shut yourself out. Name yourself too.');
    }
    return [{ kind: 'access.changed', data: { private: true, visibleTo } }];
  },
});
