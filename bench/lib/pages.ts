import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { start } from './child';
import { addPeople, copyIncidents, sql } from './incidents';
import { type Receiver } from './receiver';

/** An incident whose one page is about to call these people for the first and only time. */
export interface PageTemplate {
  number: number;
  page: string;
  /** The timer's name within its incident. */
  timer: string;
  people: number;
}

/** What became of pages that were each due once. All zero but `again` is as it must be. */
export interface Outcome {
  /** Steps that left no fact, notices and messages that are missing. */
  lost: number;
  /** Steps and notices recorded twice, and incidents whose facts are not in order. */
  twice: number;
  /** Messages that arrived again, with the same key. */
  again: number;
  /** Messages in all. */
  messages: number;
}

const soon = `kind = 'page' and due_at < app_now() + interval '30 minutes'`;
const patienceMs = 90_000;

/** Prepares a database in which people, `p1` and on, are reached by signed webhooks at `receiverUrl`. */
export async function preparePages(url: string, receiverUrl: string, people: number): Promise<PageTemplate> {
  // Of these processes alone.
  process.env.QUARTERDECK_SECRET ??= randomBytes(32).toString('base64url');
  await addPeople(url, people);
  const ids = Array.from({ length: people }, (_, index) => `p${index + 1}`);
  const targets = ids.map((id) => ({ kind: 'person', id }));
  await sql(url, `insert into escalation_policy (id, name, steps, repeats) values ('bench', 'Bench', $1, 0)`, [
    // Long enough that no second step falls due within the run.
    JSON.stringify([{ targets, waitMinutes: 120 }]),
  ]);
  const writer = await start('writer', { DATABASE_URL: url });
  await writer.call('reach', ids, receiverUrl);
  const { number, page } = await writer.call<{ number: number; page: string }>('page', 'bench');
  await writer.kill();
  await sql(url, 'delete from timer where stream = $1', [`incident:${number}`]);
  await sql(url, 'create table due (number int primary key, at timestamptz)');
  return { number, page, timer: `page/${page}`, people };
}

/** Copies the template, each due at its own moment, which is kept in the table `due`. Answers with the first of their numbers. */
export async function copyPages(
  url: string,
  { number, page }: PageTemplate,
  copies: { count: number; fromMs: number; toMs: number; burst?: number },
): Promise<number> {
  const due = { path: ['pages', '0', 'nextAt'], kind: 'page', subject: page };
  const first = await copyIncidents(url, number, { ...copies, due });
  await sql(url, 'insert into due select number, next_owed_at from incident where number >= $1', [first]);
  return first;
}

/** How many steps and messages are still to come. */
export async function stillDue(url: string): Promise<number> {
  const [row] = await sql<{ n: number }>(
    url,
    `select (select count(*) from timer where ${soon})::int
       + (select count(*) from delivery where state in ('waiting', 'sending'))::int as n`,
  );
  return row?.n ?? 0;
}

/** Waits until nothing is due any more. Throws when that does not come. */
export async function untilDone(url: string): Promise<void> {
  const began = performance.now();
  for (let n = await stillDue(url); n > 0; n = await stillDue(url)) {
    if (performance.now() - began > patienceMs) throw new Error(`${n} steps and messages are still due`);
    await sleep(100);
  }
}

/** Counts what became of every page from the incident `first` on, by its facts and by what the receiver got. */
export async function outcomeOf(
  url: string,
  { people }: PageTemplate,
  { first, receiver }: { first: number; receiver: Receiver },
): Promise<Outcome> {
  const [row] = await sql<{
    pages: number;
    called: number;
    each: number;
    wrong: number;
    notices: number;
    told: number;
  }>(
    url,
    `select (select count(*) from incident where number >= $1)::int as pages,
       (select count(*) from fact where kind = 'page.called' and incident_number >= $1)::int as called,
       (select count(distinct incident_number) from fact where kind = 'page.called' and incident_number >= $1)::int as each,
       (select count(*) from incident where number >= $1 and (seq <> 3 or (state->>'seq')::int <> 3))::int as wrong,
       (select count(*) from notice where kind = 'paged')::int as notices,
       (select count(*) from (select distinct stream, person_id from notice where kind = 'paged') as one)::int as told`,
    [first],
  );
  if (!row) throw new Error('Nothing was counted.');
  const messages = row.pages * people;
  return {
    lost: row.pages - row.each + (messages - row.told) + (messages - receiver.first.size),
    twice: row.called - row.each + (row.notices - row.told) + row.wrong,
    again: receiver.again(),
    messages,
  };
}

/** How many milliseconds after its moment each page called, from the incident `first` on. */
export async function latenessOf(url: string, first: number): Promise<number[]> {
  const rows = await sql<{ late: number }>(
    url,
    `select (extract(epoch from f.recorded_at - d.at) * 1000)::float8 as late
     from fact f join due d on d.number = f.incident_number where f.kind = 'page.called' and d.number >= $1`,
    [first],
  );
  return rows.map(({ late }) => late);
}
