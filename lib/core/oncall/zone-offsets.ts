// How far the clocks of a zone are ahead of UTC, and since when: asked of the library once for some years at a time.
import { Temporal } from 'temporal-polyfill';
import { DAY } from '../instant';

/** Milliseconds since 1970; `ahead` in milliseconds, negative west of Greenwich. */
export interface OffsetSpan {
  from: number;
  to: number;
  ahead: number;
}

const chunkMs = 1_024 * DAY;
/** Further than any zone is from UTC, so that what is asked for by the wall lies within a chunk and its margins. */
export const marginMs = 2 * DAY;
const mostChunks = 8;
const chunksOf = new Map<string, Map<number, readonly OffsetSpan[]>>();

/** The offsets of `zone` (an IANA name) around `ms`, in order and without a hole, from `marginMs` before it until as long after. */
export function offsetsAround(ms: number, zone: string): readonly OffsetSpan[] {
  const chunk = Math.floor(ms / chunkMs);
  const chunks = chunksOf.get(zone) ?? new Map<number, readonly OffsetSpan[]>();
  const known = chunks.get(chunk);
  if (known) return known;
  const spans = read(chunk * chunkMs - marginMs, (chunk + 1) * chunkMs + marginMs, zone);
  if (chunks.size >= mostChunks) chunks.clear();
  chunksOf.set(zone, chunks.set(chunk, spans));
  return spans;
}

/** How far the clocks of `zone` are ahead of UTC at `ms`, in milliseconds. */
export function aheadAt(ms: number, zone: string): number {
  return offsetsAround(ms, zone).findLast(({ from }) => from <= ms)?.ahead ?? 0;
}

function read(from: number, to: number, zone: string): OffsetSpan[] {
  const spans: OffsetSpan[] = [];
  let here = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone);
  for (;;) {
    const next = here.getTimeZoneTransition('next');
    const begins = spans.length === 0 ? from : here.epochMilliseconds;
    const ends = next && next.epochMilliseconds < to ? next.epochMilliseconds : to;
    spans.push({ from: begins, to: ends, ahead: here.offsetNanoseconds / 1e6 });
    if (!next || ends === to) return spans;
    here = next;
  }
}
