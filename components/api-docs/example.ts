import { type Placed, type Schema } from './document';

const words: Record<string, unknown> = {
  title: 'Card payments fail at checkout',
  summary: 'About four in ten cards are refused since 14:05.',
  services: ['payments'],
  visibleTo: ['ada@example.com'],
  startedAt: '2026-11-21T14:05:00Z',
  status: 'Payments answer 502 for 38 % of cards.',
  actions: 'Cy rolls back to the release before.',
  next: 'Confirm the error rate, then replay what failed.',
  estimate: '2026-11-21T14:30:00Z',
  person: 'ada@example.com',
  assignee: 'cy@example.com',
  to: 'cy@example.com',
  from: 'ada@example.com',
  lead: 'ada@example.com',
  members: ['cy@example.com'],
  add: ['payments'],
  text: 'Deploy 42 went out at 14:03.',
  at: '2026-11-21T14:03:00Z',
  reason: 'The error rate is back to normal.',
  brief: 'Rollback done at 14:20; watch until 14:45.',
  readBack: 'I roll back to release 41, database untouched.',
  result: 'Rolled back; errors are gone.',
  name: 'Database',
  boxMinutes: 10,
  minutes: 10,
  into: 41,
  former: { text: 'Deploy 41 went out.', at: '2026-11-21T14:03:00Z' },
};

/** Fields that a first request need not have. */
const left = new Set([
  'seen',
  'attachment',
  'windowSeconds',
  'phase',
  'private',
  'visibleTo',
  'hypothesis',
  'askForHelp',
]);

/** A request in curl that would be understood. */
export function curlOf({ path, method, operation }: Placed, address: string): string {
  const url = `${address}/api/v1${path.replace('{number}', '42').replace(/\{(\w+)\}/g, '$$$1')}`;
  const lines = [`curl ${method === 'GET' ? '' : `-X ${method} `}${url}`, `-H "Authorization: Bearer $TOKEN"`];
  const schema = operation.requestBody?.content['application/json']?.schema;
  const body = schema ? bodyOf(schema) : null;
  if (method === 'POST') lines.push('-H "Idempotency-Key: $(uuidgen)"');
  if (body)
    lines.push('-H "Content-Type: application/json"', `-d '${JSON.stringify(body, null, 2).replaceAll("'", '’')}'`);
  return lines.join(' \\\n  ');
}

function bodyOf({ properties = {}, required = [] }: Schema): Record<string, unknown> | null {
  const shown = Object.entries(properties).filter(
    ([name]) => required.includes(name) || (!left.has(name) && !['from', 'remove', 'severity'].includes(name)),
  );
  if (shown.length === 0) return null;
  return Object.fromEntries(shown.map(([name, schema]) => [name, valueOf(name, schema)]));
}

function valueOf(name: string, schema: Schema): unknown {
  const choices = schema.enum ?? schema.anyOf?.[0]?.enum;
  if (choices) return choices[1] ?? choices[0];
  if (schema.type === 'boolean') return true;
  return words[name] ?? (schema.type === 'integer' ? 1 : 'text');
}
