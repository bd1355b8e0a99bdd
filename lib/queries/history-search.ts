import { type Actor } from '@/lib/core/access/actor';
import { type IncidentFactKind } from '@/lib/core/facts';
import { type HistoryFilter } from '@/lib/core/history/filter';
import { type HistoryMatch, type HistoryPage } from '@/lib/core/history/page';
import { database } from '@/lib/store/database';
import { Prisma } from '@/lib/store/generated/client';
import { type HistoryRow, entryColumns, entryOf, matchingIncidents } from './history-rows';
import { searchFor } from './words';

/** Incidents shown; whoever finds more should say more. */
const mostShown = 100;
/** Facts weighed against each other; words found in more than these say little, and the newest incidents go first. */
const mostWeighed = 5_000;

/** Signs that no one types, around the words found. */
const [opening, closing] = ['\u{E000}', '\u{E001}'];

type Hit = HistoryRow & { kind: IncidentFactKind; seq: number; quotation: string; found: number };

/** Incidents in whose title, updates or notes the words stand, best match first, each with its best sentence. */
export async function searchHistory(actor: Actor, filter: HistoryFilter, text: string): Promise<HistoryPage> {
  const words = searchFor(text);
  const seen = matchingIncidents(actor, filter);
  const [bound] = await database.$queryRaw<{ found: number }[]>`
    select count(*)::int as found from (
      select 1 from fact where text is not null and words @@ ${words} limit ${mostWeighed + 1}) as sample`;
  const frequent = (bound?.found ?? 0) > mostWeighed;
  const hits = frequent ? await newestHits(words, seen) : await bestHits(words, seen);
  const entries = hits.map(({ kind, seq, quotation, found: _found, ...row }) => ({
    ...entryOf(row),
    match: { kind, seq, parts: partsOf(quotation) },
  }));
  return { entries, count: hits[0]?.found ?? 0, older: null, ranked: !frequent };
}

/** Every match weighed: a title counts four times, an update twice; of equals the newer incident goes first. */
function bestHits(words: Prisma.Sql, seen: Prisma.Sql): Promise<Hit[]> {
  return database.$queryRaw<Hit[]>`
    with weighed as (
      select incident_number, seq, kind, text, ts_rank(words, ${words})
        * case when kind in ('incident.declared', 'incident.retitled') then 4 when kind = 'update.posted' then 2 else 1 end as weight
      from fact where text is not null and words @@ ${words} and incident_number is not null
    ), best as (
      select distinct on (incident_number) * from weighed order by incident_number, weight desc, seq desc
    ), ranked as (
      select best.*, ${entryColumns}, count(*) over ()::int as found
      from best join incident on incident.number = best.incident_number where ${seen}
      order by best.weight desc, incident.declared_at desc limit ${mostShown}
    )
    select *, ${quotation(words)} as quotation from ranked order by weight desc, "declaredAt" desc`;
}

/**
 * For words that stand nearly everywhere: the newest incidents that have them, each quoted once. `offset 0` keeps the planner
 * from asking the index of words, whose answer is long, once for each incident.
 */
function newestHits(words: Prisma.Sql, seen: Prisma.Sql): Promise<Hit[]> {
  return database.$queryRaw<Hit[]>`
    with newest as (
      select ${entryColumns}, hit.seq, hit.kind, hit.text from incident cross join lateral (
        select seq, kind, text from (
          select seq, kind, text, words from fact where incident_number = incident.number order by place, seq offset 0) as walked
        where text is not null and words @@ ${words} limit 1) as hit
      where ${seen} order by incident.declared_at desc limit ${mostShown}
    )
    select *, count(*) over ()::int as found, ${quotation(words)} as quotation from newest order by "declaredAt" desc`;
}

function quotation(words: Prisma.Sql): Prisma.Sql {
  const look = `StartSel=${opening}, StopSel=${closing}, MaxFragments=1, MaxWords=24, MinWords=12`;
  return Prisma.sql`ts_headline('simple', text, ${words}, ${look})`;
}

function partsOf(text: string): HistoryMatch['parts'] {
  return text
    .split(opening)
    .flatMap((piece, index) => {
      const [hit = '', rest] = index === 0 ? ['', piece] : piece.split(closing);
      return [
        { text: hit, hit: true },
        { text: rest ?? '', hit: false },
      ];
    })
    .filter((part) => part.text !== '');
}
