import { type ProblemCode } from './problem';
import { readUpTo } from './read-up-to';

/** Most bytes of a request's body. */
export const mostBytes = 256 * 1024;

type Wrong = { problem: ProblemCode; detail: string };
type Read = { body: Record<string, unknown> } | Wrong;

/** Reads a JSON object of at most `mostBytes`; a request without a body counts as an empty one. */
export async function readBody(request: Request): Promise<Read> {
  const bytes = await readUpTo(request, mostBytes);
  if (bytes === null) return tooLarge;
  if (bytes.length === 0) return { body: {} };
  if (!/^application\/([a-z0-9.-]+\+)?json$/.test(typeOf(request))) {
    return { problem: 'unsupported-media-type', detail: 'Send application/json.' };
  }
  try {
    const body: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    if (typeof body === 'object' && body !== null && !Array.isArray(body)) {
      return { body: body as Record<string, unknown> };
    }
    return { problem: 'malformed', detail: 'The body must be a JSON object.' };
  } catch {
    return { problem: 'malformed', detail: 'The body is not JSON in UTF-8.' };
  }
}

/** Most bytes of a file sent as text. */
const mostTextBytes = 1024 * 1024;
const textTypes = ['', 'application/yaml', 'application/x-yaml', 'text/yaml', 'text/x-yaml', 'text/plain'];

/** Reads a body of YAML in UTF-8, as text. */
export async function readText(request: Request): Promise<{ body: Record<string, never>; text: string } | Wrong> {
  const bytes = await readUpTo(request, mostTextBytes);
  if (bytes === null) return { problem: 'too-large', detail: `The file may have at most ${mostTextBytes / 1024} KB.` };
  if (!textTypes.includes(typeOf(request))) {
    return { problem: 'unsupported-media-type', detail: 'Send application/yaml.' };
  }
  try {
    return { body: {}, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { problem: 'malformed', detail: 'The body is not text in UTF-8.' };
  }
}

function typeOf(request: Request): string {
  return (request.headers.get('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
}

const tooLarge = {
  problem: 'too-large',
  detail: `The body may have at most ${mostBytes / 1024} KB.`,
} as const satisfies Read;
