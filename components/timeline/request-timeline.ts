import { type TimelineFilter, timelineParams } from '@/lib/core/timeline/filter';
import { type TimelineItem, type TimelinePage, type TimelinePlace, cursorText } from '@/lib/core/timeline/page';

/** The address's query for a filter and a place. */
export function timelineQuery(filter: TimelineFilter, place: TimelinePlace): URLSearchParams {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(timelineParams(filter))) if (value !== null) params.set(name, value);
  if (place === 'newest') return params;
  if ('before' in place) params.set('before', cursorText(place.before));
  else if ('after' in place) params.set('after', cursorText(place.after));
  else if ('at' in place) params.set('at', place.at);
  else params.set('fact', String(place.fact));
  return params;
}

/** One page from the server. @throws when there is no answer. */
export async function requestTimeline(
  number: number,
  filter: TimelineFilter,
  place: TimelinePlace,
  signal?: AbortSignal,
): Promise<TimelinePage> {
  return (await request(number, timelineQuery(filter, place), signal)) as TimelinePage;
}

/** Single items by their numbers. @throws when there is no answer. */
export async function requestItems(number: number, seqs: readonly number[]): Promise<TimelineItem[]> {
  const answer = await request(number, new URLSearchParams({ items: seqs.join(',') }));
  return (answer as { items: TimelineItem[] }).items;
}

async function request(number: number, query: URLSearchParams, signal?: AbortSignal): Promise<unknown> {
  const answer = await fetch(`/incidents/${number}/timeline?${query.toString()}`, {
    headers: { accept: 'application/json' },
    ...(signal && { signal }),
  });
  if (!answer.ok) throw new Error(`The timeline was not answered (${answer.status}).`);
  return answer.json();
}
