import { z } from 'zod';
import { isRefusal } from '../../refusal';
import { assignable, defineAct, idSchema, sentence } from '../act';

export const formSubteam = defineAct({
  name: 'form-subteam',
  input: z.object({ name: sentence(80), lead: idSchema, members: z.array(idSchema).min(1).max(50) }),
  mentions: ({ lead, members }) => ({ people: [lead, ...members] }),
  decide: (incident, input, context) => {
    const people = [input.lead, ...input.members.filter((id) => id !== input.lead)].map((id) =>
      assignable(incident, id, context),
    );
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
