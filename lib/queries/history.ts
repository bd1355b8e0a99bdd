import { type Actor } from '@/lib/core/access/actor';
import { type HistoryCursor, type HistoryFilter } from '@/lib/core/history/filter';
import { type HistoryPage, mostCountedIncidents } from '@/lib/core/history/page';
import { database } from '@/lib/store/database';
import { type HistoryRow, entryColumns, entryOf, matchingIncidents } from './history-rows';
import { searchHistory } from './history-search';

/** Incidents on one page. */
const pageSize = 50;

/**
 * Incidents that the actor may see, newest first, or, when words are asked for, best match first. Whatever the actor does not see
 * is in no row, no count and no quotation.
 */
export async function readHistory(
  actor: Actor,
  filter: HistoryFilter,
  before: HistoryCursor | null,
): Promise<HistoryPage> {
  if (filter.text !== null) return searchHistory(actor, filter, filter.text);
  const conditions = matchingIncidents(actor, filter);
  const [rows, [counted]] = await Promise.all([
    before
      ? database.$queryRaw<HistoryRow[]>`
          select ${entryColumns} from incident where ${conditions}
          and (declared_at, number) < (${before.declaredAt}::timestamptz, ${before.number}::int)
          order by declared_at desc, number desc limit ${pageSize + 1}`
      : database.$queryRaw<HistoryRow[]>`
          select ${entryColumns} from incident where ${conditions}
          order by declared_at desc, number desc limit ${pageSize + 1}`,
    database.$queryRaw<{ count: number }[]>`
      select count(*)::int as count from (
        select 1 from incident where ${conditions} limit ${mostCountedIncidents + 1}) as matches`,
  ]);
  const entries = rows.slice(0, pageSize).map(entryOf);
  const last = entries.at(-1);
  return {
    entries,
    count: counted?.count ?? 0,
    older: rows.length > pageSize && last ? { declaredAt: last.declaredAt, number: last.number } : null,
    ranked: false,
  };
}

export interface HistoryChoices {
  services: { id: string; name: string }[];
  people: { id: string; name: string }[];
}

/** What the history can be filtered by. */
export async function readHistoryChoices(): Promise<HistoryChoices> {
  const select = { id: true, name: true };
  const [services, people] = await Promise.all([
    database.service.findMany({ select, orderBy: { name: 'asc' } }),
    database.person.findMany({ select, orderBy: { name: 'asc' }, where: { role: { not: 'observer' } } }),
  ]);
  return { services, people };
}
