import { type EscalationPolicy } from '@/lib/core/escalation/escalation-policy';
import { DAY, plus } from '@/lib/core/instant';
import { type Schedule } from '@/lib/core/oncall/schedule';
import { readClock } from '@/lib/store/clock';
import { database } from '@/lib/store/database';
import { loadPolicies } from '@/lib/store/escalation-policies';
import { loadRoles } from '@/lib/store/mentioned';
import { currentPolicy } from '@/lib/store/policy';
import { loadSchedules } from '@/lib/store/schedules';
import { transact } from '@/lib/store/transact';
import { type World } from './rehearse';

/** The sample company as the database has it now. */
export async function readWorld(): Promise<World> {
  const services = await database.service.findMany({ select: { id: true, name: true, policyId: true } });
  const teams = await database.teamMember.findMany({ select: { teamId: true, personId: true } });
  return {
    services,
    roles: await loadRoles(),
    policy: await currentPolicy(),
    policies: await readPolicies(services.flatMap(({ policyId }) => policyId ?? [])),
    schedules: await readSchedules(),
    teams,
  };
}

async function readPolicies(ids: readonly string[]): Promise<ReadonlyMap<string, EscalationPolicy>> {
  return transact(({ tx }) => loadPolicies(tx, [...new Set(ids)]));
}

/** As if they had always been as they are first written down: the past has its people on call, too. */
async function readSchedules(): Promise<ReadonlyMap<string, Schedule>> {
  const now = await readClock();
  const longAgo = plus(now, -366 * DAY);
  const ids = (await database.schedule.findMany({ select: { id: true } })).map(({ id }) => id);
  const schedules = await loadSchedules(database, ids, longAgo, plus(now, DAY));
  return new Map(
    [...schedules].map(([id, { versions, ...schedule }]) => [
      id,
      {
        ...schedule,
        versions: versions.map((version, index) => (index === 0 ? { ...version, from: longAgo } : version)),
      },
    ]),
  );
}
