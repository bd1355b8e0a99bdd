import { countRequest } from '@/lib/api/rate';
import { env } from '@/lib/env';
import { writeCalendar } from '@/lib/icalendar/write-calendar';
import { readCalendarFeed } from '@/lib/queries/calendar-feed';

/**
 * A calendar feed for whoever knows its secret address, since calendar programs cannot sign in. What was revoked, belonged to
 * somebody deactivated or showed a deleted schedule was never here.
 */
export async function GET(request: Request, { params }: { params: Promise<{ file: string }> }): Promise<Response> {
  const { allowed, headers } = await countRequest(`calendar:${request.headers.get('x-forwarded-for') ?? ''}`);
  if (!allowed) return new Response('Too many requests. Wait a minute.\n', { status: 429, headers });
  const secret = /^([\w-]{43})\.ics$/.exec((await params).file)?.[1];
  const feed = secret === undefined ? null : await readCalendarFeed(secret);
  if (!feed)
    return new Response('There is no such calendar.\n', { status: 404, headers: { 'cache-control': 'no-store' } });
  const events = feed.events.map(({ path, ...event }) => ({ ...event, url: new URL(path, env.QUARTERDECK_URL).href }));
  return new Response(writeCalendar({ ...feed, events }), {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'inline; filename="on-call.ics"',
      'cache-control': 'private, max-age=300',
      'x-robots-tag': 'noindex',
    },
  });
}
