import { actorOfHeaders } from '@/lib/auth/actor-of-headers';
import { attachEvidence, tooLarge } from '@/lib/commands/attach-evidence';
import { mostEvidenceBytes } from '@/lib/core/evidence/kind-of-file';
import { type Refusal, isRefusal, refuse, statusOf } from '@/lib/core/refusal';

/** Takes in a file: its bytes are the body, `incident` and `name` stand in the address. Answers with the attachment. */
export async function POST(request: Request): Promise<Response> {
  const actor = await actorOfHeaders(request.headers);
  if (!actor) return no(refuse('not-signed-in', 'Sign in first.'));
  const { searchParams } = new URL(request.url);
  const number = Number(searchParams.get('incident'));
  if (!Number.isInteger(number) || number < 1 || number > 2_147_483_647) {
    return no(refuse('not-found', 'There is no such incident.'));
  }
  const bytes = await readBody(request);
  if (!bytes) return no(tooLarge());
  const attached = await attachEvidence({ actor }, number, { name: searchParams.get('name') ?? '', bytes });
  return isRefusal(attached) ? no(attached) : Response.json(attached, { status: 201 });
}

/** The body, or null as soon as it proves too large: what is refused is not first taken into memory. */
async function readBody(request: Request): Promise<Uint8Array<ArrayBuffer> | null> {
  if (Number(request.headers.get('content-length') ?? 0) > mostEvidenceBytes) return null;
  const parts: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
    size += read.value.length;
    if (size > mostEvidenceBytes) {
      await reader?.cancel();
      return null;
    }
    parts.push(read.value);
  }
  const bytes = new Uint8Array(size);
  let place = 0;
  for (const part of parts) {
    bytes.set(part, place);
    place += part.length;
  }
  return bytes;
}

function no(refusal: Refusal): Response {
  return Response.json(refusal, { status: statusOf[refusal.refusal] });
}
