// The days on which the clocks of a schedule change: a shift over one is an hour longer or shorter than its neighbours.
import { Temporal } from 'temporal-polyfill';
import { type PersonRef } from '../access/actor';
import { DAY, type Instant, MINUTE, between, instantOf, msOf, plus } from '../instant';
import { type Schedule, dutiesOf, dutyAt } from './schedule';
import { dayAt, reached } from './wall-clock';

/** `byMinutes` is positive when the clocks go forward. `moved`: wall times of that day at which duty changes, and which are skipped or come twice. */
export interface ClockChange {
  schedule: { id: string; name: string };
  zone: string;
  at: Instant;
  byMinutes: number;
  /** Who is on call over it, and for how many minutes, if that is less than a week; null for nobody. */
  shift: { person: PersonRef; minutes: number | null } | null;
  moved: string[];
}

/** The clock changes of the zones of this schedule's layers from `from` until `to`, in order. */
export function clockChangesOf(schedule: Schedule, from: Instant, to: Instant): ClockChange[] {
  const layers = schedule.versions.flatMap((version) => version.layers);
  const zones = [...new Set(layers.map(({ timeZone }) => timeZone))];
  const { id, name } = schedule;
  const changes = zones.flatMap((zone) =>
    transitionsOf(zone, from, to).map(({ at, byMinutes }) => {
      const [before, after] = [plus(at, -7 * DAY), plus(at, 7 * DAY)];
      const duties = dutiesOf(schedule, before, after);
      const over = dutyAt(duties, at);
      const whole = over && over.from > before && over.to < after;
      const minutes = whole ? between(over.from, over.to) / MINUTE : null;
      const shift = over?.person ? { person: over.person, minutes } : null;
      const turns = new Set(duties.map((duty) => msOf(duty.from)));
      const times = layers
        .filter(({ timeZone }) => timeZone === zone)
        .flatMap(({ handoffs, hours }) => [
          ...handoffs.map(({ time }) => time),
          ...hours.flatMap((open) => [open.from, open.until]),
        ]);
      const odd = oddTimes(at, zone, byMinutes);
      const moved = [...new Set(times)].filter(
        (time) => odd.from <= time && time < odd.to && turns.has(reached(dayAt(msOf(at), zone), time, zone)),
      );
      return { schedule: { id, name }, zone, at, byMinutes, shift, moved };
    }),
  );
  return changes.sort((a, b) => (a.at < b.at ? -1 : 1));
}

function transitionsOf(zone: string, from: Instant, to: Instant): { at: Instant; byMinutes: number }[] {
  const found: { at: Instant; byMinutes: number }[] = [];
  let here = Temporal.Instant.from(from).toZonedDateTimeISO(zone);
  for (;;) {
    const next = here.getTimeZoneTransition('next');
    if (!next || next.epochMilliseconds >= msOf(to)) return found;
    const before = next.subtract({ nanoseconds: 1 });
    const byMinutes = (next.offsetNanoseconds - before.offsetNanoseconds) / 60e9;
    // A zone may change its name or its rule without moving its clocks.
    if (byMinutes !== 0) found.push({ at: instantOf(next.epochMilliseconds), byMinutes });
    here = next;
  }
}

/** The times of the wall that are skipped (clocks go forward) or come twice (back). */
function oddTimes(at: Instant, zone: string, byMinutes: number): { from: string; to: string } {
  const after = Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainTime();
  const before = after.subtract({ minutes: byMinutes });
  const [from, to] = byMinutes > 0 ? [before, after] : [after, before];
  return { from: from.toString().slice(0, 5), to: to.toString().slice(0, 5) };
}

/** A clock change in a sentence. */
export function clockChangeSentence({ schedule, zone, byMinutes, shift, moved }: ClockChange): string {
  const way = `${Math.abs(byMinutes)} minutes ${byMinutes > 0 ? 'forward' : 'back'}`;
  const length = shift && shift.minutes !== null ? `, for ${Math.round(shift.minutes / 6) / 10} hours` : '';
  const over = shift ? ` ${shift.person.name} is on call over it${length}.` : ' Nobody is on call over it.';
  const times = moved.join(', ');
  const odd =
    byMinutes > 0
      ? `is skipped, so that duty passes when the clocks jump`
      : 'comes twice, and duty passes at its first coming';
  return `Clocks of ${schedule.name} (${zone}) go ${way}.${over}${times ? ` ${times} ${odd}.` : ''}`;
}
