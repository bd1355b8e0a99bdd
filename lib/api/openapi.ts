import { jsonSchemaOf } from './json-schema';
import { type ProblemCode, problemStatus, titles } from './problem';
import { type JsonSchema, type Route } from './route';
import { routes } from './routes';

/** An OpenAPI 3.1 document, made of the routes and the schemas that they check by. */
export interface OpenApi {
  openapi: '3.1.1';
  info: { title: string; version: string; description: string; license: { name: string; identifier: string } };
  servers: { url: string; description: string }[];
  security: Record<string, string[]>[];
  tags: { name: string; description: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: {
    schemas: Record<string, JsonSchema>;
    responses: Record<string, ResponseObject>;
    securitySchemes: Record<string, JsonSchema>;
  };
}

export interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required: boolean;
  description?: string;
  style?: 'form';
  explode?: boolean;
  schema: JsonSchema;
}

export interface ResponseObject {
  description: string;
  headers?: Record<string, { description: string; schema: JsonSchema }>;
  content?: Record<string, { schema: JsonSchema }>;
}

export interface Operation {
  operationId: string;
  tags: string[];
  summary: string;
  description?: string;
  parameters: Parameter[];
  requestBody?: { required: boolean; content: Record<string, { schema: JsonSchema }> };
  responses: Record<string, ResponseObject | { $ref: string }>;
}

const tagWords: Record<string, string> = {
  Incidents: 'Declare an incident, read it, and say what it is.',
  Updates: 'The four-field status report that is owed every so often.',
  Timeline: 'Every fact of an incident, in order.',
  Tasks: 'Named, time-boxed work.',
  Decisions: 'Proposed, open to strong objections for a short while, then recorded.',
  Pages: 'Calling people until one acknowledges.',
  Vendors: 'Third parties: how to reach them, and what they said in an incident.',
  Roles: 'Command and the other roles; handovers, responders and sub-teams.',
  Catalog: 'What can break, who owns it, and who can be named.',
  Paging: 'Who is called, in which order, and who would be at any moment.',
  'On call': 'Schedules: who is on call, and who takes over.',
  Policy: 'What each severity asks for.',
  Access: 'Who is asking.',
};

/** The version of this contract: the minor number grows with each addition. */
const apiVersion = '1.1.0';

const intro = `JSON over HTTP, the same rules as on the screens. Send a token as \`Authorization: Bearer qd_…\`; an administrator makes tokens under Settings.
Every POST takes an \`Idempotency-Key\`: sent again with the same body, it is answered the same and done once. Refusals are problem documents (RFC 9457) whose \`code\` says which.`;

const idempotencyKey: Parameter = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'A key of your own, such as a UUID. The same request with the same key is done once.',
  schema: { type: 'string', minLength: 1, maxLength: 200 },
};

/** Refusals that a write can meet beside those every address has. */
const writeRefusals = [400, 403, 409, 410, 413, 415, 422] as const;

/** The document of the whole API. */
export function openApiDocument(): OpenApi {
  const defs: Record<string, JsonSchema> = {};
  const paths: OpenApi['paths'] = {};
  for (const route of routes) {
    const path = (paths[route.path] ??= {});
    path[route.method.toLowerCase()] = operationOf(route, defs);
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'Quarterdeck API',
      version: apiVersion,
      description: intro,
      license: { name: 'Apache License 2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/api/v1', description: 'This installation' }],
    security: [{ token: [] }, { session: [] }],
    tags: [...new Set(routes.map(({ tag }) => tag))].map((name) => ({ name, description: tagWords[name] ?? '' })),
    paths,
    components: {
      schemas: { ...defs, Problem: problemSchema },
      responses: problemResponses(),
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'An API token (`qd_…`), made by an administrator.' },
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'quarterdeck.session_token',
          description: 'The session of somebody signed in; for writes, from pages of Quarterdeck alone.',
        },
      },
    },
  };
}

function operationOf(route: Route, defs: Record<string, JsonSchema>): Operation {
  const { answer, method } = route;
  const parameters = [...pathParameters(route.path), ...queryParameters(route)];
  if (method === 'POST') parameters.push(idempotencyKey);
  const headers = Object.entries(answer.headers ?? {}).map(([name, description]) => [
    name,
    { description, schema: { type: 'string' } },
  ]);
  const success: ResponseObject = {
    description: answer.says,
    ...(headers.length > 0 ? { headers: Object.fromEntries(headers) as ResponseObject['headers'] } : {}),
    content: { [route.gives ?? 'application/json']: { schema: hoist(jsonSchemaOf(answer.schema, 'output'), defs) } },
  };
  const refusals = [401, 404, 429, ...(method === 'GET' ? (route.query ? [422] : []) : writeRefusals)];
  const body = route.body ? hoist(route.body, defs) : null;
  return {
    operationId: route.name,
    tags: [route.tag],
    summary: route.summary,
    ...(route.description ? { description: route.description } : {}),
    parameters,
    ...(route.takes
      ? { requestBody: { required: true, content: { [route.takes]: { schema: { type: 'string' } } } } }
      : {}),
    ...(body
      ? { requestBody: { required: 'required' in body, content: { 'application/json': { schema: body } } } }
      : {}),
    responses: {
      [answer.status]: success,
      ...(answer.headers?.etag ? { 304: { description: 'Nothing changed since the ETag you sent.' } } : {}),
      ...Object.fromEntries(
        refusals.sort((a, b) => a - b).map((status) => [status, { $ref: `#/components/responses/${status}` }]),
      ),
    },
  };
}

function pathParameters(path: string): Parameter[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => {
    const whole = name === 'number' || name === 'seq';
    return {
      name,
      in: 'path',
      required: true,
      description: described[name] ?? '',
      schema: whole ? { type: 'integer', minimum: 1 } : { type: 'string' },
    };
  });
}

const described: Record<string, string> = {
  number: 'The number of the incident: 42 for INC-42.',
  seq: 'The seq of the fact.',
  task: 'The id of the task.',
  decision: 'The id of the decision.',
  role: 'The key of the role, such as `commander`.',
  handover: 'The id of the handover.',
  subteam: 'The id of the sub-team.',
  service: 'The id of the service.',
};

function queryParameters({ query }: Route): Parameter[] {
  if (!query) return [];
  const properties = (jsonSchemaOf(query, 'input').properties ?? {}) as Record<string, JsonSchema>;
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name,
    in: 'query',
    required: false,
    ...(typeof description === 'string' ? { description } : {}),
    ...(schema.type === 'array' ? { style: 'form', explode: false } : {}),
    schema,
  }));
}

/** Moves named schemas to where the document keeps them. */
function hoist(schema: JsonSchema, defs: Record<string, JsonSchema>): JsonSchema {
  const moved = JSON.parse(JSON.stringify(schema).replaceAll('#/$defs/', '#/components/schemas/')) as JsonSchema;
  const { $defs, id, ...rest } = moved as JsonSchema & { $defs?: Record<string, JsonSchema>; id?: string };
  for (const [name, def] of Object.entries($defs ?? {})) {
    const { id: _id, ...kept } = def;
    defs[name] = kept;
  }
  if (!id) return rest;
  defs[id] = rest;
  return { $ref: `#/components/schemas/${id}` };
}

const problemSchema: JsonSchema = {
  type: 'object',
  description: 'Why a request was refused (RFC 9457).',
  properties: {
    type: { type: 'string', format: 'uri-reference' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'What happened and what to do, for people.' },
    code: { type: 'string', enum: Object.keys(problemStatus), description: 'For programs.' },
    fields: {
      type: 'object',
      additionalProperties: { type: 'string' },
      description: 'What is wrong with each field.',
    },
  },
  required: ['type', 'title', 'status', 'detail', 'code'],
};

function problemResponses(): Record<string, ResponseObject> {
  const byStatus = new Map<number, ProblemCode[]>();
  for (const [code, status] of Object.entries(problemStatus) as [ProblemCode, number][]) {
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      String(status),
      {
        description: codes.map((code) => `\`${code}\`: ${titles[code].toLowerCase()}`).join('; '),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  );
}
