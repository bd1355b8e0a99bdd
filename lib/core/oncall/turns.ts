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
  const span = { from: begins < written ? written : begins, to: plus(to, reach) };
  const duties = dutiesOf(schedule, span.from, span.to);
  const shifts = governedShifts(schedule, { from: msOf(span.from), to: msOf(span.to) });
  const pieces = new Map<string, number>();
  const turns = duties.flatMap((duty) => turnsOfDuty(duty, shifts, pieces));
  return turns.filter((turn) => turn.from < to && turn.to > from);
}

/** No turn is longer than a cycle, but for a clock change. */
function lastsAtMost({ cycleDays }: Layer): number {
  return (cycleDays + 1) * DAY;
}

/** A duty lasts for as long as the same layer names the same person, be it for several shifts. */
function turnsOfDuty({ from, to, person, by }: Duty, shifts: ShiftsByLayer, pieces: Map<string, number>): Turn[] {
  if (!person || !by || from >= to) return [];
  if (by.kind === 'override') return [{ key: numbered(by.id, pieces), from, to, person, override: by.id }];
  const within = { from: msOf(from), to: msOf(to) };
  const touching = (shifts.get(by.id) ?? []).filter((shift) => shift.from < within.to && shift.to > within.from);
  return touching.map((shift) => ({
    key: numbered(`${by.id}/${instantOf(shift.begins)}`, pieces),
    from: instantOf(Math.max(shift.from, within.from)),
    to: instantOf(Math.min(shift.to, within.to)),
    person,
    override: null,
  }));
}

/** Cut to the time that their version governs; `begins` is when the layer has them begin. */
type ShiftsByLayer = Map<string, (Span & { begins: number })[]>;

/** The shifts of every layer that touch `within`: reckoned once, for there are as many duties as shifts. */
function governedShifts({ versions }: Schedule, within: Span): ShiftsByLayer {
  const found: ShiftsByLayer = new Map();
  for (const [index, version] of versions.entries()) {
    const next = versions[index + 1];
    const governs = {
      from: Math.max(within.from, msOf(version.from)),
      to: Math.min(within.to, next ? msOf(next.from) : within.to),
    };
    if (governs.from >= governs.to) continue;
    for (const layer of version.layers) {
      const cut = shiftsOf(layer, governs).map(({ from, to }) => ({
        from: Math.max(from, governs.from),
        to: Math.min(to, governs.to),
        begins: from,
      }));
      found.set(layer.id, [...(found.get(layer.id) ?? []), ...cut]);
    }
  }
  return found;
}

/** What an override splits has the same key twice: the second piece is numbered. */
function numbered(key: string, pieces: Map<string, number>): string {
  const piece = (pieces.get(key) ?? 0) + 1;
  pieces.set(key, piece);
  return piece === 1 ? key : `${key}/${piece}`;
}
