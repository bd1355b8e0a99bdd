import { z } from 'zod';
import { addOverride } from '@/lib/commands/add-override';
import { changeSchedule } from '@/lib/commands/change-schedule';
import { createSchedule } from '@/lib/commands/create-schedule';
import { deleteSchedule } from '@/lib/commands/delete-schedule';
import { removeOverride } from '@/lib/commands/remove-override';
import { instantSchema } from '@/lib/core/incident/act';
import { DAY, between, plus } from '@/lib/core/instant';
import { overrideInput } from '@/lib/core/oncall/override-rule';
import { dutiesWithin } from '@/lib/core/oncall/schedule';
import { scheduleInput } from '@/lib/core/oncall/schedule-input';
import { isRefusal, refuse } from '@/lib/core/refusal';
import { idsOfPeople } from '@/lib/queries/api-names';
import { readSchedule, readSchedules } from '@/lib/queries/schedules';
import { namingFields, resolve } from '../act-route';
import { recordSchema } from '../catalog-schemas';
import { jsonSchemaOf, withFields } from '../json-schema';
import { parseQuery } from '../query';
import { type Call, type JsonSchema, type Route } from '../route';
import { dutySchema, overrideSchema, scheduleSchema, scheduleSummarySchema } from '../schedule-schemas';

const tag = 'On call';
const none = refuse('not-found', 'There is no such schedule.');
const idOf = ({ params }: Pick<Call, 'params'>) => params.schedule ?? '';

const list: Route = {
  method: 'GET',
  path: '/schedules',
  name: 'listSchedules',
  tag,
  summary: 'Schedules, with who is on call now and who is next',
  description: '`gaps` are the times within four weeks at which nobody is on call.',
  answer: { status: 200, says: 'All of them', schema: z.object({ schedules: z.array(scheduleSummarySchema) }) },
  run: async () => {
    const { schedules } = await readSchedules();
    return {
      status: 200,
      body: {
        schedules: schedules.map(({ outlook, people: _people, ...schedule }) => ({
          ...schedule,
          onCall: outlook.now,
          until: outlook.until,
          next: outlook.next,
          gaps: outlook.gaps,
        })),
      },
    };
  },
};

const read: Route = {
  method: 'GET',
  path: '/schedules/{schedule}',
  name: 'readSchedule',
  tag,
  summary: 'A schedule as it is written down',
  answer: { status: 200, says: 'As it is now', schema: scheduleSchema },
  run: async (call) => {
    const found = await readSchedule(idOf(call), (_, now) => ({ from: now, to: plus(now, 366 * DAY) }));
    if (!found) return none;
    const { id, name, timeZone, versions, overrides } = found.schedule;
    const layers = versions.at(-1)?.layers ?? [];
    return {
      status: 200,
      body: { id, name, timeZone, layers, overrides: overrides.map(overrideOf), basis: found.basis },
    };
  },
};

function overrideOf({ swap: _swap, ...override }: { swap: string | null; id: string }) {
  return override;
}

const momentSchema = instantSchema.refine((moment) => moment < '3000', 'This is too far away.');
const dutiesQuery = z.object({
  from: momentSchema.optional().describe('Now, if left out.'),
  to: momentSchema.optional().describe('Four weeks after `from`, if left out; at most a year after it.'),
});

const duties: Route = {
  method: 'GET',
  path: '/schedules/{schedule}/duties',
  name: 'listDuties',
  tag,
  summary: 'Who is on call from one moment until another',
  description: 'Without a hole or an overlap; `person` is null where nobody is on call.',
  query: dutiesQuery,
  answer: { status: 200, says: 'In order', schema: z.object({ duties: z.array(dutySchema) }) },
  run: async (call) => {
    const query = parseQuery(dutiesQuery, call.query);
    if (isRefusal(query)) return query;
    const { from, to } = query.input;
    const spanOf = (now: string) => ({ from: from ?? now, to: to ?? plus(from ?? now, 28 * DAY) });
    if (from && to && (to <= from || between(from, to) > 366 * DAY)) {
      const message = 'This is to be after `from`, and at most a year after it.';
      return refuse('invalid', `to: ${message}`, { to: message });
    }
    const found = await readSchedule(idOf(call), (_, now) => {
      const span = spanOf(now);
      const furthest = plus(span.from, 366 * DAY);
      return { from: span.from, to: span.to > furthest ? furthest : span.to };
    });
    return found ? { status: 200, body: { duties: dutiesWithin(found.duties, found.span) } } : none;
  },
};

const draftSchema = jsonSchemaOf(scheduleInput, 'input');
const { required: _all, ...partial } = withFields(draftSchema, {
  basis: {
    type: 'integer',
    minimum: 0,
    description: 'The `basis` that you read. Without it the change is made on what is there.',
  },
});

/** People in layers by id or e-mail address; what is no list of layers is left for the rules to refuse. */
async function named(given: Record<string, unknown>): Promise<Record<string, unknown>> {
  const { layers } = given;
  if (!Array.isArray(layers) || layers.length > 10) return given;
  const resolved = layers.map(async (layer: unknown) => {
    if (typeof layer !== 'object' || layer === null || !('people' in layer)) return layer;
    return { ...layer, people: await resolve(layer.people, idsOfPeople) };
  });
  return { ...given, layers: await Promise.all(resolved) };
}

const create: Route = {
  method: 'POST',
  path: '/schedules',
  name: 'createSchedule',
  tag,
  summary: 'Write a schedule down (administrators)',
  description: 'Each of a layer’s `people` is an id or an e-mail address. A later layer goes before an earlier one.',
  body: draftSchema,
  answer: { status: 201, says: 'Created', schema: recordSchema },
  run: async ({ actor, requestKey, body }) => {
    const made = await createSchedule({ actor, requestKey }, await named(body));
    return isRefusal(made) ? made : { status: 201, body: made };
  },
};

const change: Route = {
  method: 'PATCH',
  path: '/schedules/{schedule}',
  name: 'changeSchedule',
  tag,
  summary: 'Change a schedule from now on (administrators)',
  description: 'Fields left out stay as they are. Who was on call before stays as it was.',
  body: partial,
  answer: { status: 200, says: 'Changed, or as it was already', schema: recordSchema },
  run: async (call) => {
    const found = await readSchedule(idOf(call), (_, now) => ({ from: now, to: now }));
    if (!found) return none;
    const { name, timeZone, versions } = found.schedule;
    const layers = (versions.at(-1)?.layers ?? []).map((layer) => ({
      ...layer,
      people: layer.people.map(({ id }) => id),
    }));
    const before = { name, timeZone, layers, basis: found.basis };
    const changed = await changeSchedule({ actor: call.actor }, idOf(call), { ...before, ...(await named(call.body)) });
    return isRefusal(changed) ? changed : { status: 200, body: changed };
  },
};

const remove: Route = {
  method: 'DELETE',
  path: '/schedules/{schedule}',
  name: 'deleteSchedule',
  tag,
  summary: 'Delete a schedule (administrators)',
  description: 'Not while an escalation policy calls it.',
  answer: { status: 200, says: 'Deleted', schema: recordSchema },
  run: async (call) => {
    const deleted = await deleteSchedule({ actor: call.actor }, idOf(call));
    return isRefusal(deleted) ? deleted : { status: 200, body: { id: idOf(call), ...deleted } };
  },
};

const overrideBody: JsonSchema = jsonSchemaOf(overrideInput, 'input');

const put: Route = {
  method: 'POST',
  path: '/schedules/{schedule}/overrides',
  name: 'addOverride',
  tag,
  summary: 'Put a person on call for a while, whoever the layers name',
  description:
    'A responder puts only themselves on call. One that has begun governs from now on. At most a year ahead.',
  body: withFields(overrideBody, namingFields(overrideBody, ['person'], 'a person’s id or e-mail address')),
  answer: { status: 201, says: 'Created', schema: overrideSchema.pick({ id: true }).extend({ name: z.string() }) },
  run: async (call) => {
    const { actor, requestKey, body } = call;
    const draft = { ...body, ...('person' in body && { person: await resolve(body.person, idsOfPeople) }) };
    const made = await addOverride({ actor, requestKey }, idOf(call), draft);
    return isRefusal(made) ? made : { status: 201, body: made };
  },
};

const takeBack: Route = {
  method: 'DELETE',
  path: '/schedules/{schedule}/overrides/{override}',
  name: 'removeOverride',
  tag,
  summary: 'Take an override back',
  description: 'One that has begun ends now: who was on call stays as it was.',
  answer: { status: 200, says: 'Taken back', schema: recordSchema },
  run: async (call) => {
    const gone = await removeOverride({ actor: call.actor }, idOf(call), call.params.override ?? '');
    return isRefusal(gone) ? gone : { status: 200, body: gone };
  },
};

export const schedules: Route[] = [list, create, read, change, remove, duties, put, takeBack];
