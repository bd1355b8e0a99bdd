import { actorOfHeaders } from '@/lib/auth/actor-of-headers';
import { isCount } from '@/lib/core/count';
import { refuse, statusOf } from '@/lib/core/refusal';
import { parseTimelineRequest } from '@/lib/core/timeline/page';
import { findItems, findTimeline } from '@/lib/queries/timeline';

const mostItems = 100;
const fresh = { 'cache-control': 'private, no-store' };

/** A page of the timeline as JSON, for a browser that scrolls on; with `items=3,5` those facts alone. */
export async function GET(request: Request, { params }: { params: Promise<{ number: string }> }): Promise<Response> {
  const actor = await actorOfHeaders(request.headers);
  if (!actor) return no('not-signed-in', 'Sign in first.');
  const number = Number((await params).number);
  if (!isCount(number)) return nothing();
  const { searchParams } = new URL(request.url);
  const wanted = searchParams.get('items');
  if (wanted !== null) {
    const seqs = wanted.split(',').map(Number).filter(isCount).slice(0, mostItems);
    const items = await findItems(actor, number, seqs);
    return items ? Response.json({ items }, { headers: fresh }) : nothing();
  }
  const { filter, place } = parseTimelineRequest((name) => searchParams.get(name));
  const page = await findTimeline(actor, number, filter, place);
  return page ? Response.json(page, { headers: fresh }) : nothing();
}

function nothing(): Response {
  return no('not-found', 'There is no such incident.');
}

function no(code: 'not-found' | 'not-signed-in', message: string): Response {
  return Response.json(refuse(code, message), { status: statusOf[code], headers: fresh });
}
