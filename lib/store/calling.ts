import { type PersonRef, type PersonRole } from '@/lib/core/access/actor';
import { type Guarded, mayAct, maySee } from '@/lib/core/access/may';
import { type Resolve } from '@/lib/core/escalation/advance';
import { type Target } from '@/lib/core/escalation/escalation-policy';
import { type Instant, plus } from '@/lib/core/instant';
import { dutiesOf, dutyAt } from '@/lib/core/oncall/schedule';
import { type Transaction, type database } from './database';
import { loadSchedules } from './schedules';
import { loadWritable } from './vendor-addresses';

interface Callable extends PersonRef {
  role: PersonRole;
  teams: string[];
}

/** Whom targets stand for at each moment of a span of time. */
export interface Calling {
  at: (moment: Instant) => Resolve;
  /** The moments at which whom these targets stand for may change, by their schedules: the first of the span, then in order. */
  changes: (targets: readonly Target[]) => Instant[];
}

/**
 * What each of these targets stands for at `now`: active people who may act, and who may see the incident. Loaded at once, so
 * that deciding stays pure.
 */
export async function loadCalling(
  tx: Transaction,
  incident: Guarded,
  targets: readonly Target[],
  now: Instant,
): Promise<Resolve> {
  return (await loadCallingOver(tx, incident, targets, { from: now, to: plus(now, 1) })).at(now);
}

/** The same at every moment from `from` until `to`, by the schedules as they are written now and the people as they are now. */
export async function loadCallingOver(
  tx: Transaction | typeof database,
  incident: Guarded,
  targets: readonly Target[],
  { from, to }: { from: Instant; to: Instant },
): Promise<Calling> {
  const idsOf = (kind: Target['kind']) => [
    ...new Set(targets.filter((target) => target.kind === kind).map(({ id }) => id)),
  ];
  const schedules = await loadSchedules(tx, idsOf('schedule'), from, to);
  const duties = new Map([...schedules].map(([id, schedule]) => [id, dutiesOf(schedule, from, to)]));
  const teams = idsOf('team');
  const onDuty = [...duties.values()].flat().flatMap(({ person }) => person?.id ?? []);
  const ids = [...new Set([...idsOf('person'), ...onDuty])];
  const everyone = targets.some(({ kind }) => kind === 'everyone');
  const administrators = targets.some(({ kind }) => kind === 'administrators');
  const rows = await tx.$queryRaw<Callable[]>`
    select p.id, p.name, p.role, array(
      select m.team_id from team_member m where m.person_id = p.id and m.team_id = any(${teams}::text[])) as teams
    from person p
    where p.active and (p.id = any(${ids}::text[]) or ${everyone}
      or (${administrators} and p.role = 'administrator')
      or exists (select 1 from team_member m where m.person_id = p.id and m.team_id = any(${teams}::text[])))
    order by p.name, p.id`;
  const callable = rows.filter(
    (row) => mayAct(row) && maySee({ kind: 'person', id: row.id, role: row.role }, incident),
  );
  const vendors = await loadWritable(tx, idsOf('vendor'));
  const refs = new Map(callable.map(({ id, name }): [string, PersonRef[]] => [id, [{ id, name }]]));
  const named = (those: (person: Callable) => boolean) =>
    callable.filter(those).flatMap(({ id }) => refs.get(id) ?? []);
  // Asked for at hundreds of moments, these are the same at all of them.
  const [all, chiefs] = [named(() => true), named(({ role }) => role === 'administrator')];
  const members = new Map(teams.map((team) => [team, named((person) => person.teams.includes(team))]));
  const at = (moment: Instant): Resolve => {
    return ({ kind, id }) => {
      switch (kind) {
        case 'person':
          return refs.get(id) ?? [];
        case 'schedule':
          return refs.get(dutyAt(duties.get(id) ?? [], moment)?.person?.id ?? '') ?? [];
        case 'team':
          return members.get(id) ?? [];
        case 'vendor':
          return vendors.filter((vendor) => vendor.id === id).map(({ id: key, name }) => ({ id: key, name }));
        case 'administrators':
          return chiefs;
        case 'everyone':
          return all;
        default:
          return kind satisfies never;
      }
    };
  };
  const changes = (those: readonly Target[]) => {
    const turns = those.flatMap(({ kind, id }) => (kind === 'schedule' ? (duties.get(id) ?? []) : []));
    return [...new Set([from, ...turns.map((duty) => duty.from)])].sort();
  };
  return { at, changes };
}
