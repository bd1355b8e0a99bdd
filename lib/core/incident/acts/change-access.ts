import { z } from 'zod';
import { refuse } from '../../refusal';
import { defineAct, idSchema } from '../act';
import { isOpen } from '../phases';

/** Who a private incident is visible to. While it is open nobody who holds a role or work in it can be put out. */
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
    const open = isOpen(incident.phase);
    const holder = open && Object.values(incident.roles).find(({ holder }) => !isNamed(holder.id));
    if (holder) {
      return refuse(
        'conflict',
        `${holder.holder.name} is ${holder.role.name.toLowerCase()}. Hand the role over first, or name them.`,
      );
    }
    const working =
      open &&
      [
        ...incident.tasks.filter(({ endedAt }) => endedAt === null).map(({ assignee }) => assignee),
        ...Object.values(incident.handovers).map(({ to }) => to),
        ...incident.subteams.map(({ lead }) => lead),
      ].find(({ id }) => !isNamed(id));
    if (working) {
      return refuse(
        'conflict',
        `${working.name} has work here: a task, an offer or a sub-team. Pass it on first, or name them.`,
      );
    }
    if (actor.kind === 'person' && actor.role !== 'administrator' && !isNamed(actor.id)) {
      return refuse('conflict', 'You would shut yourself out. Name yourself too.');
    }
    return [{ kind: 'access.changed', data: { private: true, visibleTo } }];
  },
});
