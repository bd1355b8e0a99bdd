// The shifts of a schedule as they came about, each with a key that it keeps when its ends move.
import { type PersonRef } from '../access/actor';
import { DAY, type Instant, instantOf, msOf, plus } from '../instant';
import { type Layer, type Span, shiftsOf } from './layer';
import { type Duty, type Schedule, dutiesOf } from './schedule';

/**
 * One person's shift. `key` names the override, or the layer and the moment at which the shift begins by it, whoever cut it short;
 * unique within the schedule. `override` is the override's id, or null when a layer put them on call.
 */
export interface Turn {
  key: string;
  from: Instant;
  to: Instant;
  person: PersonRef;
  override: string | null;
}

/** How far outside of what is asked a shift's ends are followed through overrides; through the turns of a layer as far as one lasts. */
export const turnReachMs = 35 * DAY;

/**
 * The shifts that touch the time from `from` until `to`, whole, in order. `schedule` must carry the overrides of `turnReachMs` more at
 * both ends.
 */
export function turnsOf(schedule: Schedule, from: Instant, to: Instant): Turn[] {
  const written = schedule.versions[0]?.from ?? to;
  const reach = Math.max(turnReachMs, ...schedule.versions.flatMap(({ layers }) => layers.map(lastsAtMost)));
  const begins = plus(from, -reach);
  const duties = dutiesOf(schedule, begins < written ? written : begins, plus(to, reach));
  const pieces = new Map<string, number>();
  const turns = duties.flatMap((duty) => turnsOfDuty(schedule, duty, pieces));
  return turns.filter((turn) => turn.from < to && turn.to > from);
}

/** No turn is longer than a cycle, but for a clock change. */
function lastsAtMost({ cycleDays }: Layer): number {
  return (cycleDays + 1) * DAY;
}

/** A duty lasts for as long as the same layer names the same person, be it for several shifts. */
function turnsOfDuty(schedule: Schedule, duty: Duty, pieces: Map<string, number>): Turn[] {
  const { person, by } = duty;
  if (!person || !by || duty.from >= duty.to) return [];
  if (by.kind === 'override') {
    return [{ key: numbered(by.id, pieces), from: duty.from, to: duty.to, person, override: by.id }];
  }
  return shiftsWithin(schedule, by.id, { from: msOf(duty.from), to: msOf(duty.to) }).map(({ from, to, begins }) => ({
    key: numbered(`${by.id}/${instantOf(begins)}`, pieces),
    from: instantOf(from),
    to: instantOf(to),
    person,
    override: null,
  }));
}

/** The shifts of one layer cut to `within`, each with the moment at which it begins uncut. */
function shiftsWithin(schedule: Schedule, layerId: string, within: Span): (Span & { begins: number })[] {
  return schedule.versions.flatMap((version, index) => {
    const layer = version.layers.find(({ id }) => id === layerId);
    const next = schedule.versions[index + 1];
    const governs = {
      from: Math.max(within.from, msOf(version.from)),
      to: Math.min(within.to, next ? msOf(next.from) : within.to),
    };
    if (!layer || governs.from >= governs.to) return [];
    return shiftsOf(layer, governs).map((shift) => ({
      from: Math.max(shift.from, governs.from),
      to: Math.min(shift.to, governs.to),
      begins: shift.from,
    }));
  });
}

/** What an override splits has the same key twice: the second piece is numbered. */
function numbered(key: string, pieces: Map<string, number>): string {
  const piece = (pieces.get(key) ?? 0) + 1;
  pieces.set(key, piece);
  return piece === 1 ? key : `${key}/${piece}`;
}
