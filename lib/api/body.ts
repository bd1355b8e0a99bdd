import { type ProblemCode } from './problem';
import { readUpTo } from './read-up-to';

/** Most bytes of a request's body. */
export const mostBytes = 256 * 1024;

type Read = { body: Record<string, unknown> } | { problem: ProblemCode; detail: string };

/** Reads a JSON object of at most `mostBytes`; a request without a body counts as an empty one. */
export async function readBody(request: Request): Promise<Read> {
  const bytes = await readUpTo(request, mostBytes);
  if (bytes === null) return tooLarge;
  if (bytes.length === 0) return { body: {} };
  const type = (request.headers.get('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
  if (!/^application\/([a-z0-9.-]+\+)?json$/.test(type)) {
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

const tooLarge = {
  problem: 'too-large',
  detail: `The body may have at most ${mostBytes / 1024} KB.`,
} as const satisfies Read;
