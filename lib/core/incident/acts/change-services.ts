import { z } from 'zod';
import { refuse } from '../../refusal';
import { defineAct, idSchema } from '../act';

/** Most services that one incident is about. */
const mostServices = 100;

export const changeServices = defineAct({
  name: 'change-services',
  input: z.object({ add: z.array(idSchema).max(50).default([]), remove: z.array(idSchema).max(50).default([]) }),
  afterEnd: true,
  mentions: ({ add }) => ({ services: add }),
  decide: (incident, { add, remove }, { services }) => {
    if (add.some((id) => !services.has(id))) return refuse('not-found', 'There is no such service.');
    const present = new Set(incident.services.map(({ id }) => id));
    const added = [...new Set(add)].filter((id) => !present.has(id)).flatMap((id) => services.get(id) ?? []);
    const removed = incident.services.filter(({ id }) => remove.includes(id));
    if (added.length + removed.length === 0) return [];
    if (added.length > 0 && incident.services.length + added.length - removed.length > mostServices) {
      return refuse('too-many', `An incident is about ${mostServices} services at most. Name those that matter most.`);
    }
    return [{ kind: 'services.changed', data: { added: added.map(({ id, name }) => ({ id, name })), removed } }];
  },
});
