// Who is on call: overrides go before layers, a later layer before an earlier one, the newest override before older ones.
import { type PersonRef } from '../access/actor';
import { type Instant, instantOf, msOf } from '../instant';
import { type Layer, type Span, shiftsOf } from './layer';

/** Takes the place of whoever the layers name. `swap` is the id of the swap that it came of. */
export interface Override {
  id: string;
  person: PersonRef;
  from: Instant;
  to: Instant;
  reason: string;
  swap: string | null;
}

/** The layers that govern from `from` on, until the next version does: a change never rewrites who was on call. */
export interface ScheduleVersion {
  from: Instant;
  layers: Layer[];
}

/** `versions` and `overrides` are oldest first. */
export interface Schedule {
  id: string;
  name: string;
  /** The zone in which its calendar is shown; each layer has its own. */
  timeZone: string;
  versions: ScheduleVersion[];
  overrides: Override[];
}

/** Who is on call from `from` until `to`; `person` null is a gap. `by` says what put them there: the id of an override or a layer. */
export interface Duty {
  from: Instant;
  to: Instant;
  person: PersonRef | null;
  by: { kind: 'layer' | 'override'; id: string } | null;
}

interface Claim extends Span {
  rank: number;
  person: PersonRef;
  by: Duty['by'];
}

/** Who is on call from `from` until `to`: without a hole or an overlap, neighbours joined where nothing changes between them. */
export function dutiesOf(schedule: Schedule, from: Instant, to: Instant): Duty[] {
  const within = { from: msOf(from), to: msOf(to) };
  const claims = [...claimsOfLayers(schedule, within), ...claimsOfOverrides(schedule, within)];
  const moments = new Set([within.from]);
  for (const claim of claims) for (const ms of [claim.from, claim.to]) if (ms < within.to) moments.add(ms);
  const starting = [...claims].sort((a, b) => a.from - b.from);
  let active: Claim[] = [];
  let next = 0;
  const duties: Duty[] = [];
  for (const moment of [...moments].filter((ms) => ms >= within.from).sort((a, b) => a - b)) {
    for (let claim = starting[next]; claim && claim.from <= moment; claim = starting[next]) {
      active.push(claim);
      next += 1;
    }
    active = active.filter((claim) => claim.to > moment);
    const top = active.reduce<Claim | null>((best, claim) => (best && best.rank > claim.rank ? best : claim), null);
    extend(duties, instantOf(moment), to, top);
  }
  return duties;
}

/** Who is on call at `at`, or null. */
export function onCallAt(schedule: Schedule, at: Instant): PersonRef | null {
  return dutiesOf(schedule, at, instantOf(msOf(at) + 1))[0]?.person ?? null;
}

/** The duty of these at `at`, if it lies within them; they are in order and without a hole. */
export function dutyAt(duties: readonly Duty[], at: Instant): Duty | null {
  const duty = duties.findLast(({ from }) => from <= at);
  return duty && at < duty.to ? duty : null;
}

/** The part of these that lies within `from` and `to`. */
export function dutiesWithin(duties: readonly Duty[], { from, to }: { from: Instant; to: Instant }): Duty[] {
  return duties
    .filter((duty) => duty.from < to && duty.to > from)
    .map((duty) => ({ ...duty, from: duty.from < from ? from : duty.from, to: duty.to > to ? to : duty.to }));
}

function extend(duties: Duty[], moment: Instant, end: Instant, top: Claim | null): void {
  const before = duties.at(-1);
  const same = before && before.person?.id === top?.person.id && before.by?.id === top?.by?.id;
  if (same) return;
  if (before) before.to = moment;
  duties.push({ from: moment, to: end, person: top?.person ?? null, by: top?.by ?? null });
}

function claimsOfLayers({ versions }: Schedule, within: Span): Claim[] {
  return versions.flatMap((version, index) => {
    const next = versions[index + 1];
    const governs = {
      from: Math.max(within.from, msOf(version.from)),
      to: Math.min(within.to, next ? msOf(next.from) : within.to),
    };
    if (governs.from >= governs.to) return [];
    return version.layers.flatMap((layer, rank) =>
      shiftsOf(layer, governs).map(({ person, from, to }) => ({
        person,
        rank,
        from: Math.max(from, governs.from),
        to: Math.min(to, governs.to),
        by: { kind: 'layer' as const, id: layer.id },
      })),
    );
  });
}

function claimsOfOverrides({ versions, overrides }: Schedule, within: Span): Claim[] {
  const above = Math.max(0, ...versions.map(({ layers }) => layers.length));
  return overrides
    .map(({ id, person, from, to }, index) => ({
      person,
      rank: above + index,
      from: Math.max(msOf(from), within.from),
      to: Math.min(msOf(to), within.to),
      by: { kind: 'override' as const, id },
    }))
    .filter(({ from, to }) => from < to);
}
