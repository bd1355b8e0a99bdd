import { type PersonRef } from '@/lib/core/access/actor';
import { type Instant } from '@/lib/core/instant';
import { type Layer } from '@/lib/core/oncall/layer';
import { type Override, type Schedule, type ScheduleVersion } from '@/lib/core/oncall/schedule';
import type { Transaction, database } from './database';

/** A layer as a schedule keeps it: people by id, so that their names are those they have now. */
export type KeptLayer = Omit<Layer, 'people'> & { people: string[] };
export interface KeptVersion {
  from: Instant;
  layers: KeptLayer[];
}

/** These schedules, or all, by name, with the overrides that touch the time from `from` until `to`, by id. */
export async function loadSchedules(
  tx: Transaction | typeof database,
  ids: readonly string[] | 'all',
  from: Instant,
  to: Instant,
): Promise<Map<string, Schedule>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.schedule.findMany({
    ...(ids !== 'all' && { where: { id: { in: [...ids] } } }),
    orderBy: { name: 'asc' },
    include: {
      overrides: {
        where: { from: { lt: new Date(to) }, to: { gt: new Date(from) } },
        include: { person: { select: { id: true, name: true } } },
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      },
    },
  });
  const kept = rows.map((row) => ({ ...row, versions: row.versions as unknown as KeptVersion[] }));
  const people = await namesOf(
    tx,
    kept.flatMap(({ versions }) => versions.flatMap(({ layers }) => layers.flatMap((layer) => layer.people))),
  );
  return new Map(
    kept.map(({ id, name, timeZone, versions, overrides }) => [
      id,
      {
        id,
        name,
        timeZone,
        versions: versions.map((version) => versionOf(version, people)),
        overrides: overrides.map((row): Override => {
          const { id: override, person, reason, swap } = row;
          return { id: override, person, reason, swap, from: row.from.toISOString(), to: row.to.toISOString() };
        }),
      },
    ]),
  );
}

function versionOf({ from, layers }: KeptVersion, people: ReadonlyMap<string, PersonRef>): ScheduleVersion {
  const named = (id: string): PersonRef => people.get(id) ?? { id, name: 'somebody unknown' };
  return { from, layers: layers.map((layer) => ({ ...layer, people: layer.people.map(named) })) };
}

async function namesOf(tx: Transaction | typeof database, ids: readonly string[]): Promise<Map<string, PersonRef>> {
  const rows = await tx.person.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true },
  });
  return new Map(rows.map((row) => [row.id, row]));
}
