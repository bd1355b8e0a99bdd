import { z } from 'zod';
import { declareIncident } from '@/lib/commands/declare-incident';
import { mergeIncident } from '@/lib/commands/merge-incident';
import { instantSchema } from '@/lib/core/incident/act';
import { phaseSchema } from '@/lib/core/incident/acts/change-phase';
import { declareInput } from '@/lib/core/incident/declare';
import { evolve } from '@/lib/core/incident/evolve';
import { type Incident } from '@/lib/core/incident/incident';
import { mergeInput } from '@/lib/core/incident/merge';
import { isRefusal } from '@/lib/core/refusal';
import { severitySchema } from '@/lib/core/severity/policy';
import { readIncident } from '@/lib/queries/api-incident';
import { readIncidentPage } from '@/lib/queries/api-incidents';
import { idsOfPeople, idsOfServices } from '@/lib/queries/api-names';
import { namingFields, noSuchIncident, resolve } from '../act-route';
import { cursorOf, readCursor } from '../cursor';
import { incidentView, summaryView, urlOf } from '../incident-view';
import { jsonSchemaOf, withFields, withWords } from '../json-schema';
import { flag, listOf, parseQuery } from '../query';
import { type Route, numberIn } from '../route';
import { declaredSchema, doneSchema, incidentSchema, incidentSummarySchema } from '../incident-schemas';

const tag = 'Incidents';

const listQuery = z.object({
  open: flag.optional().describe('Only those that work goes on in, or only those that ended.'),
  severity: listOf(severitySchema).optional().describe('Separated by commas.'),
  phase: listOf(phaseSchema).optional().describe('Separated by commas.'),
  service: z.string().max(200).optional().describe('A service’s id or name.'),
  commander: z.string().max(200).optional().describe('A person’s id or e-mail address.'),
  declaredAfter: instantSchema.optional(),
  declaredBefore: instantSchema.optional(),
  q: z.string().trim().max(200).optional().describe('Words in titles, updates, notes, tasks and decisions.'),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().max(200).optional().describe('The `next` of the page before.'),
});

const listIncidents: Route = {
  method: 'GET',
  path: '/incidents',
  name: 'listIncidents',
  tag,
  summary: 'List incidents, the newest declared first',
  description: 'Private incidents are listed for administrators and the people named on them alone.',
  query: listQuery,
  answer: {
    status: 200,
    says: 'A page of incidents',
    schema: z.object({
      incidents: z.array(incidentSummarySchema),
      next: z.string().nullable().describe('The cursor of the next page; null on the last.'),
    }),
  },
  run: async ({ actor, query: given }) => {
    const query = parseQuery(listQuery, given);
    if (isRefusal(query)) return query;
    const { limit, cursor, q, service, commander, ...filter } = query.input;
    const after = cursor ? readCursor(cursor) : null;
    if (isRefusal(after)) return after;
    const [serviceId] = await idsOfServices(service ? [service] : []);
    const [commanderId] = await idsOfPeople(commander ? [commander] : []);
    const page = await readIncidentPage(
      actor,
      { ...filter, words: q, service: serviceId, commander: commanderId },
      { after, limit },
    );
    const incidents = page.incidents.map(summaryView);
    return { status: 200, body: { incidents, next: page.next ? cursorOf(page.next) : null } };
  },
};

const declareSchema = jsonSchemaOf(declareInput, 'input');

const declare: Route = {
  method: 'POST',
  path: '/incidents',
  name: 'declareIncident',
  tag,
  summary: 'Declare an incident',
  description: 'With severity `unsure` it is treated as High until triage decides.',
  body: withWords(
    withFields(declareSchema, {
      ...namingFields(declareSchema, ['visibleTo'], 'a person’s id or e-mail address, if it is private'),
      ...namingFields(declareSchema, ['services'], 'a service’s id or name'),
    }),
    ['startedAt'],
  ),
  answer: {
    status: 201,
    says: 'Declared',
    schema: declaredSchema,
    headers: { location: 'The address of the incident in this API.' },
  },
  run: async ({ actor, requestKey, body }) => {
    const services = await resolve(body.services, idsOfServices);
    const visibleTo = await resolve(body.visibleTo, idsOfPeople);
    const done = await declareIncident({ actor, requestKey }, { ...body, services, visibleTo });
    if (isRefusal(done)) return done;
    const { facts, number } = done;
    const declared = facts.reduce<Incident | null>(evolve, null);
    if (!declared) throw new Error('A declaration without facts.');
    return {
      status: 201,
      headers: { location: `/api/v1/incidents/${number}` },
      body: { ...incidentView(declared), facts },
    };
  },
};

const read: Route = {
  method: 'GET',
  path: '/incidents/{number}',
  name: 'readIncident',
  tag,
  summary: 'Read an incident',
  answer: {
    status: 200,
    says: 'The incident as it is now',
    schema: incidentSchema,
    headers: { etag: 'Changes with every fact; send it as `If-None-Match` to get 304 when nothing changed.' },
  },
  run: async (call) => {
    const number = numberIn(call);
    const incident = number === null ? null : await readIncident(call.actor, number);
    if (!incident) return noSuchIncident;
    const etag = `"${incident.number}-${incident.seq}"`;
    const known = (call.headers.get('if-none-match') ?? '').split(',').map((each) => each.trim().replace(/^W\//, ''));
    if (known.includes(etag)) return { status: 304, headers: { etag } };
    return { status: 200, headers: { etag }, body: incidentView(incident) };
  },
};

const merge: Route = {
  method: 'POST',
  path: '/incidents/{number}/merge',
  name: 'mergeIncident',
  tag,
  summary: 'End a duplicate in the incident that goes on',
  description: 'Both keep their own facts and say where the other is.',
  body: withWords(jsonSchemaOf(mergeInput, 'input'), ['into']),
  answer: { status: 200, says: 'Merged', schema: doneSchema },
  run: async (call) => {
    const number = numberIn(call);
    if (number === null) return noSuchIncident;
    const done = await mergeIncident({ actor: call.actor, requestKey: call.requestKey }, number, call.body);
    return isRefusal(done) ? done : { status: 200, body: { url: urlOf(number), ...done } };
  },
};

export const incidents: Route[] = [listIncidents, declare, read, merge];
