import { type PersonRef, type PersonRole } from '@/lib/core/access/actor';
import { mayAct, maySee } from '@/lib/core/access/may';
import { type Resolve } from '@/lib/core/escalation/advance';
import { type Target } from '@/lib/core/escalation/escalation-policy';
import { type Incident } from '@/lib/core/incident/incident';
import { type Instant, instantOf, msOf } from '@/lib/core/instant';
import { onCallAt } from '@/lib/core/oncall/schedule';
import { type Transaction } from './database';
import { loadSchedules } from './schedules';

interface Callable extends PersonRef {
  role: PersonRole;
  teams: string[];
}

/**
 * What each of these targets stands for at `now`: active people who may act, and who may see the incident. Loaded at once, so
 * that deciding stays pure.
 */
export async function loadCalling(
  tx: Transaction,
  incident: Incident,
  targets: readonly Target[],
  now: Instant,
): Promise<Resolve> {
  const idsOf = (kind: Target['kind']) => targets.filter((target) => target.kind === kind).map(({ id }) => id);
  const schedules = await loadSchedules(tx, idsOf('schedule'), now, instantOf(msOf(now) + 1));
  const onCall = new Map([...schedules].map(([id, schedule]) => [id, onCallAt(schedule, now)?.id ?? null]));
  const teams = idsOf('team');
  const ids = [...idsOf('person'), ...[...onCall.values()].flatMap((id) => id ?? [])];
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
  const named = (those: (person: Callable) => boolean) => callable.filter(those).map(({ id, name }) => ({ id, name }));
  return ({ kind, id }) => {
    switch (kind) {
      case 'person':
        return named((person) => person.id === id);
      case 'schedule':
        return named((person) => person.id === onCall.get(id));
      case 'team':
        return named((person) => person.teams.includes(id));
      case 'administrators':
        return named((person) => person.role === 'administrator');
      case 'everyone':
        return named(() => true);
      default:
        return kind satisfies never;
    }
  };
}
