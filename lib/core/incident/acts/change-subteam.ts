import { z } from 'zod';
import { isRefusal, refuse } from '../../refusal';
import { assignable, defineAct, idSchema } from '../act';

/** Most members of one sub-team. */
const mostMembers = 50;

/**
 * Moves people into a sub-team or out of it, and its lead's place to another. What others change meanwhile stays; only for the
 * lead must one have seen the present one (`from`).
 */
export const changeSubteam = defineAct({
  name: 'change-subteam',
  input: z.object({
    id: idSchema,
    lead: idSchema.nullish(),
    from: idSchema.nullish(),
    add: z.array(idSchema).max(mostMembers).default([]),
    remove: z.array(idSchema).max(mostMembers).default([]),
  }),
  mentions: ({ lead, add }) => ({ people: lead ? [lead, ...add] : add }),
  decide: (incident, input, context) => {
    const team = incident.subteams.find((each) => each.id === input.id);
    if (!team) return refuse('changed-meanwhile', 'This sub-team was dissolved meanwhile.');
    if (input.from && input.from !== team.lead.id) {
      return refuse('changed-meanwhile', `${team.lead.name} leads it by now.`);
    }
    const lead = input.lead && input.lead !== team.lead.id ? assignable(incident, input.lead, context) : team.lead;
    if (isRefusal(lead)) return lead;
    const inside = new Set([lead.id, ...team.members.map(({ id }) => id)]);
    const added = [];
    for (const id of new Set(input.add)) {
      const person = inside.has(id) ? null : assignable(incident, id, context);
      if (person && isRefusal(person)) return person;
      if (person) added.push(person);
    }
    const removed = team.members.filter(({ id }) => id !== lead.id && input.remove.includes(id));
    const gone = new Set([lead.id, ...removed.map(({ id }) => id)]);
    const members = [...team.members.filter(({ id }) => !gone.has(id)), ...added];
    if (members.length > mostMembers) return refuse('too-many', `A sub-team has ${mostMembers} members at most.`);
    if (lead.id === team.lead.id && added.length + removed.length === 0) return [];
    const { id, name } = team;
    return [{ kind: 'subteam.changed', data: { id, name, lead, members, former: team.lead, added, removed } }];
  },
});
