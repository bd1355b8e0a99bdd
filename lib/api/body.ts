import { type ProblemCode } from './problem';

/** Most bytes of a request's body. */
export const mostBytes = 256 * 1024;

type Read = { body: Record<string, unknown> } | { problem: ProblemCode; detail: string };

/** Reads a JSON object of at most `mostBytes`; a request without a body counts as an empty one. */
export async function readBody(request: Request): Promise<Read> {
  if (Number(request.headers.get('content-length') ?? 0) > mostBytes) return tooLarge;
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

async function readUpTo(request: Request, most: number): Promise<Uint8Array | null> {
  if (!request.body) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader: ReadableStreamDefaultReader<Uint8Array> = request.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return Buffer.concat(chunks);
    length += value.length;
    if (length > most) {
      await reader.cancel();
      return null;
    }
    chunks.push(value);
  }
}
