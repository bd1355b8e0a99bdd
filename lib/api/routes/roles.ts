import { actOnIncident } from '@/lib/commands/act-on-incident';
import { isRefusal } from '@/lib/core/refusal';
import { idsOfPeople } from '@/lib/queries/api-names';
import { actRoute, noSuchIncident, resolve } from '../act-route';
import { urlOf } from '../incident-view';
import { readIncidentPart } from '../read-part';
import { type Route, numberIn } from '../route';
import { doneSchema, heldSchema } from '../incident-schemas';

const tag = 'Roles';
const fromPath = { role: { field: 'role' } };

const takeCommand: Route = {
  method: 'POST',
  path: '/incidents/{number}/command',
  name: 'takeCommand',
  tag,
  summary: 'Take command, or put a named person in command',
  description:
    'A token names the `person`; somebody signed in may leave it out to take command themselves. Refused with `taken` when somebody commands already: then it passes by handover.',
  body: {
    type: 'object',
    properties: { person: { type: 'string', description: 'A person’s id or e-mail address.', maxLength: 100 } },
  },
  answer: { status: 200, says: 'Done', schema: doneSchema },
  run: async ({ params, body, actor, requestKey }) => {
    const number = numberIn({ params });
    if (number === null) return noSuchIncident;
    const self = body.person === undefined && actor.kind === 'person';
    const person = await resolve(body.person, idsOfPeople);
    const done = await (self
      ? actOnIncident({ actor, requestKey }, number, 'take-role', { role: 'commander' })
      : actOnIncident({ actor, requestKey }, number, 'assign-role', { role: 'commander', person }));
    return isRefusal(done) ? done : { status: 200, body: { url: urlOf(number), ...done } };
  },
};

export const roles: Route[] = [
  takeCommand,
  readIncidentPart({
    path: '/roles',
    name: 'listRoles',
    tag,
    summary: 'Who holds which role in an incident',
    key: 'roles',
    schema: heldSchema,
    read: (incident) => Object.values(incident.roles),
  }),
  actRoute({
    act: 'assign-role',
    path: '/roles/{role}/assign',
    name: 'assignRole',
    tag,
    summary: 'Put somebody into an empty role',
    people: ['person'],
    fromPath,
  }),
  actRoute({
    act: 'take-role',
    path: '/roles/{role}/take',
    name: 'takeRole',
    tag,
    summary: 'Take an empty role (people only)',
    fromPath,
  }),
  actRoute({
    act: 'release-role',
    path: '/roles/{role}/release',
    name: 'releaseRole',
    tag,
    summary: 'Lay down a role other than command (people only)',
    fromPath,
  }),
  actRoute({
    act: 'relieve',
    path: '/roles/{role}/relieve',
    name: 'relieve',
    tag,
    summary: 'Take a role from somebody who is gone (people only)',
    people: ['from'],
    fromPath,
  }),
  actRoute({
    act: 'offer-handover',
    path: '/roles/{role}/handover',
    name: 'offerHandover',
    tag,
    summary: 'Offer a role to somebody, with a brief (people only)',
    people: ['to'],
    fromPath,
    creates: true,
  }),
  actRoute({
    act: 'answer-handover',
    path: '/handovers/{handover}/answer',
    name: 'answerHandover',
    tag,
    summary: 'Accept or decline an offer (people only)',
    fromPath: { handover: { field: 'id' } },
  }),
  actRoute({
    act: 'withdraw-handover',
    path: '/handovers/{handover}/withdraw',
    name: 'withdrawHandover',
    tag,
    summary: 'Withdraw an offer (people only)',
    fromPath: { handover: { field: 'id' } },
  }),
  actRoute({ act: 'join', path: '/join', name: 'join', tag, summary: 'Join as a responder (people only)' }),
  actRoute({ act: 'leave', path: '/leave', name: 'leave', tag, summary: 'Leave (people only)' }),
  actRoute({
    act: 'form-subteam',
    path: '/subteams',
    name: 'formSubteam',
    tag,
    summary: 'Form a sub-team with a lead',
    people: ['lead', 'members'],
    creates: true,
  }),
  actRoute({
    act: 'change-subteam',
    path: '/subteams/{subteam}/change',
    name: 'changeSubteam',
    tag,
    summary: 'Move people into a sub-team or out of it, or give it another lead',
    people: ['lead', 'from', 'add', 'remove'],
    fromPath: { subteam: { field: 'id' } },
  }),
  actRoute({
    act: 'dissolve-subteam',
    path: '/subteams/{subteam}/dissolve',
    name: 'dissolveSubteam',
    tag,
    summary: 'Dissolve a sub-team',
    fromPath: { subteam: { field: 'id' } },
  }),
];
