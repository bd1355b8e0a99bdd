import { type Contact, contactOfKey } from '@/lib/core/catalog/contact';
import { type Instant, plus } from '@/lib/core/instant';
import { onCallAt } from '@/lib/core/oncall/schedule';
import { type Transaction, type database } from './database';
import { targetNames } from './escalation-policies';
import { loadSchedules } from './schedules';

/**
 * The contacts that these keys name, by key, with their present names and whom schedules have on call at `at`; a key of what was
 * deleted is left out.
 */
export async function loadContacts(
  tx: Transaction | typeof database,
  keys: readonly (string | null)[],
  at: Instant,
): Promise<Map<string, Contact>> {
  const wanted = [...new Set(keys.flatMap((key) => key ?? []))].flatMap((key) => contactOfKey(key) ?? []);
  if (wanted.length === 0) return new Map();
  const ids = wanted.flatMap(({ kind, id }) => (kind === 'schedule' ? [id] : []));
  const names = await targetNames(tx, wanted);
  const schedules = await loadSchedules(tx, ids, at, plus(at, 1));
  return new Map(
    wanted.flatMap(({ kind, id }) => {
      const key = `${kind}:${id}`;
      const name = names.get(key);
      if (name === undefined) return [];
      const schedule = kind === 'schedule' ? schedules.get(id) : undefined;
      return [[key, { kind, id, name, onCall: schedule ? onCallAt(schedule, at) : null }] as const];
    }),
  );
}
