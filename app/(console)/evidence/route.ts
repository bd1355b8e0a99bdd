import { readUpTo } from '@/lib/api/read-up-to';
import { actorOfHeaders } from '@/lib/auth/actor-of-headers';
import { attachEvidence, tooLarge } from '@/lib/commands/attach-evidence';
import { isCount } from '@/lib/core/count';
import { mostEvidenceBytes } from '@/lib/core/evidence/kind-of-file';
import { type Refusal, isRefusal, refuse, statusOf } from '@/lib/core/refusal';

/** Takes in a file: its bytes are the body, `incident` and `name` stand in the address. Answers with the attachment. */
export async function POST(request: Request): Promise<Response> {
  const actor = await actorOfHeaders(request.headers);
  if (!actor) return no(refuse('not-signed-in', 'Sign in first.'));
  const { searchParams } = new URL(request.url);
  const number = Number(searchParams.get('incident'));
  if (!isCount(number)) return no(refuse('not-found', 'There is no such incident.'));
  const bytes = await readUpTo(request, mostEvidenceBytes);
  if (!bytes) return no(tooLarge());
  const attached = await attachEvidence({ actor }, number, { name: searchParams.get('name') ?? '', bytes });
  return isRefusal(attached) ? no(attached) : Response.json(attached, { status: 201 });
}

function no(refusal: Refusal): Response {
  return Response.json(refusal, { status: statusOf[refusal.refusal] });
}
