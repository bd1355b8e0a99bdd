import { type Placed, type Schema } from './document';

const words: Record<string, unknown> = {
  title: 'Card payments fail',
  summary: 'Four in ten cards are refused.',
  services: ['payments'],
  visibleTo: ['ada@example.com'],
  startedAt: '2026-11-21T14:05:00Z',
  status: 'Four in ten cards are refused.',
  actions: 'Cy rolls back.',
  next: 'Confirm the error rate.',
  estimate: '2026-11-21T14:30:00Z',
  person: 'ada@example.com',
  assignee: 'cy@example.com',
  to: 'cy@example.com',
  from: 'ada@example.com',
  lead: 'ada@example.com',
  members: ['cy@example.com'],
  add: ['payments'],
  text: 'Deploy 42 went out.',
  at: '2026-11-21T14:03:00Z',
  reason: 'Errors are back to normal.',
  brief: 'Rolled back; watch until 14:45.',
  readBack: 'I roll back to release 41.',
  result: 'Rolled back.',
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
  'reason',
]);

/** A request in curl that would be understood. */
export function curlOf({ path, method, operation }: Placed, address: string): string {
  const url = `${address}/api/v1${path.replace('{number}', '42').replace(/\{(\w+)\}/g, '$$$1')}`;
  const lines = [...(method === 'GET' ? ['curl'] : [`curl -X ${method}`]), url, `-H "Authorization: Bearer $TOKEN"`];
  if (operation.requestBody?.content['application/yaml']) {
    return [...lines, '-H "Content-Type: application/yaml"', '--data-binary @catalog.yaml'].join(' \\\n  ');
  }
  const schema = operation.requestBody?.content['application/json']?.schema;
  const body = schema ? bodyOf(schema) : null;
  if (method === 'POST') lines.push('-H "Idempotency-Key: $(uuidgen)"');
  if (body)
    lines.push(
      '-H "Content-Type: application/json"',
      `-d '${JSON.stringify(body, null, 2).replaceAll('\n', '\n  ').replaceAll("'", '’')}'`,
    );
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
