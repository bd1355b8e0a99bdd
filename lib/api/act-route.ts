// Everything done to an incident is one table of routes over `actOnIncident`, so that screens and machines obey one rule.
import { actOnIncident } from '@/lib/commands/act-on-incident';
import { type Done } from '@/lib/commands/caller';
import { type ActName, acts } from '@/lib/core/incident/acts';
import { type Refusal, isRefusal, refuse } from '@/lib/core/refusal';
import { idsOfPeople, idsOfServices } from '@/lib/queries/api-names';
import { urlOf } from './incident-view';
import { jsonSchemaOf, withFields, withoutFields, withWords } from './json-schema';
import { type Call, type JsonSchema, type Reply, type Route, numberIn } from './route';
import { createdSchema, doneSchema } from './incident-schemas';

/** A route that does one act to the incident in its path. */
export interface ActRoute {
  act: ActName;
  /** Below `/incidents/{number}`. */
  path: string;
  method?: 'POST' | 'PATCH';
  name: string;
  tag: string;
  summary: string;
  description?: string;
  /** Fields of the act that the path says, by the name of the path's variable. */
  fromPath?: Record<string, { field: string; whole?: boolean }>;
  /** Fields of the act that the address itself says. */
  fixed?: Record<string, unknown>;
  /** Fields that name people or services, by id or by e-mail address or name. */
  people?: string[];
  services?: string[];
  /** Fields written otherwise here than in the act, and how to read them. */
  fields?: Record<string, JsonSchema>;
  draft?: (body: Record<string, unknown>) => Record<string, unknown>;
  creates?: boolean;
}

export const noSuchIncident = refuse('not-found', 'There is no such incident.');

export function actRoute(spec: ActRoute): Route {
  const { act, path, name, tag, summary, description, fields = {} } = spec;
  const said = [...Object.values(spec.fromPath ?? {}).map(({ field }) => field), ...Object.keys(spec.fixed ?? {})];
  const schema = withoutFields(jsonSchemaOf(acts[act].input, 'input'), said);
  return {
    method: spec.method ?? 'POST',
    path: `/incidents/{number}${path}`,
    name,
    tag,
    summary,
    ...(description ? { description } : {}),
    body: withWords(
      withFields(schema, {
        ...namingFields(schema, spec.people, 'a person’s id or e-mail address'),
        ...namingFields(schema, spec.services, 'a service’s id or name'),
        ...fields,
      }),
    ),
    answer: spec.creates
      ? { status: 201, says: 'Created', schema: createdSchema }
      : { status: 200, says: 'Done, or true already', schema: doneSchema },
    run: (call) => runAct(spec, call),
  };
}

async function runAct(spec: ActRoute, call: Call): Promise<Reply | Refusal> {
  const number = numberIn(call);
  if (number === null) return noSuchIncident;
  const body = spec.draft ? spec.draft(call.body) : call.body;
  const fromPath = Object.entries(spec.fromPath ?? {}).map(([variable, { field, whole }]) => {
    const text = call.params[variable] ?? '';
    return [field, whole ? Number(text) : text];
  });
  const draft = { ...body, ...spec.fixed, ...(Object.fromEntries(fromPath) as Record<string, unknown>) };
  const named = await resolveNames(draft, spec);
  const done = await actOnIncident({ actor: call.actor, requestKey: call.requestKey }, number, spec.act, named);
  if (isRefusal(done)) return done;
  return spec.creates ? created(done) : { status: 200, body: { url: urlOf(number), ...done } };
}

/** The answer for what an act made: its id beside the facts. */
export function created(done: Done): Reply {
  const [first] = done.facts;
  const id = first && 'id' in first.data ? first.data.id : `${first?.seq ?? done.seq}`;
  return { status: 201, body: { id, url: urlOf(done.number), ...done } };
}

async function resolveNames(
  draft: Record<string, unknown>,
  { people = [], services = [] }: Pick<ActRoute, 'people' | 'services'>,
): Promise<Record<string, unknown>> {
  const resolved = { ...draft };
  for (const field of people) resolved[field] = await resolve(draft[field], idsOfPeople);
  for (const field of services) resolved[field] = await resolve(draft[field], idsOfServices);
  return resolved;
}

/** One name or a list of them; anything else is left to the act's own schema to refuse. */
export async function resolve(value: unknown, ids: (names: string[]) => Promise<string[]>): Promise<unknown> {
  if (typeof value === 'string') return (await ids([value]))[0];
  if (Array.isArray(value) && value.every((each) => typeof each === 'string') && value.length <= 200) return ids(value);
  return value;
}

export function namingFields(schema: JsonSchema, names: string[] = [], what: string): Record<string, JsonSchema> {
  const properties = (schema.properties ?? {}) as Record<string, JsonSchema>;
  return Object.fromEntries(names.map((name) => [name, { ...properties[name], description: `Each is ${what}.` }]));
}
