import { z } from 'zod';
import { isRefusal, refuse } from '../../refusal';
import { assignable, defineAct, idSchema, line } from '../act';

/** Most sub-teams at once: the state is read whole. */
const mostSubteams = 30;

export const formSubteam = defineAct({
  name: 'form-subteam',
  input: z.object({ name: line(80), lead: idSchema, members: z.array(idSchema).min(1).max(50) }),
  mentions: ({ lead, members }) => ({ people: [lead, ...members] }),
  decide: (incident, input, context) => {
    if (incident.subteams.length >= mostSubteams) {
      return refuse('too-many', `There are ${mostSubteams} sub-teams. Dissolve one first.`);
    }
    const people = [...new Set([input.lead, ...input.members])].map((id) => assignable(incident, id, context));
    const members = [];
    for (const person of people) {
      if (isRefusal(person)) return person;
      members.push(person);
    }
    const [lead, ...rest] = members;
    if (!lead) return [];
    return [{ kind: 'subteam.formed', data: { id: context.id, name: input.name, lead, members: rest } }];
  },
});
