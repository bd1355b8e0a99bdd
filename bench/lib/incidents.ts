import pg from 'pg';

/** Runs SQL on a connection of its own. */
export async function sql<Row extends pg.QueryResultRow>(
  url: string,
  text: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(text, values)).rows;
  } finally {
    await client.end();
  }
}

/** An administrator for notices to go to. */
export async function addPeople(url: string, count: number): Promise<void> {
  await sql(
    url,
    `insert into person (id, name, email, role, active)
     select 'p' || n, 'Person ' || n, n || '@example.org', 'administrator', true from generate_series(1, $1::int) n`,
    [count],
  );
}

/** What falls due in each copy: where its state says when, and the timer that asks for it. */
export interface Due {
  path: string[];
  kind: string;
  subject: string;
}

const commandClock: Due = { path: ['commandDueAt'], kind: 'command', subject: '' };

/**
 * Copies one incident `count` times, each with its command clock (or what `due` names) running out at its own moment: `burst`
 * at once, the bursts spread evenly from `fromMs` to `toMs` from now. Answers with the first of their numbers.
 */
export async function copyIncidents(
  url: string,
  template: number,
  {
    count,
    fromMs,
    toMs,
    burst = 1,
    due = commandClock,
  }: { count: number; fromMs: number; toMs: number; burst?: number; due?: Due },
): Promise<number> {
  const [row] = await sql<{ first: number }>(url, 'select max(number) + 1 as first from incident');
  const first = row?.first ?? 1;
  await sql(
    url,
    `with copies as (
       select $1::int + n as number, date_trunc('milliseconds', app_now() + make_interval(secs =>
         ($3 + ($4::float8 - $3) * (n / $5::int * $5::int) / $2) / 1000.0)) as due
       from generate_series(0, $2::int - 1) n
     ), made as (
       insert into incident (number, seq, title, severity, phase, open, private, visible_to, commander_id, declared_at,
         started_at, resolved_at, next_owed_at, policy_version, changed_at, state)
       select c.number, i.seq, i.title, i.severity, i.phase, i.open, i.private, i.visible_to, i.commander_id, i.declared_at,
         i.started_at, i.resolved_at, c.due, i.policy_version, i.changed_at,
         jsonb_set(i.state || jsonb_build_object('number', c.number), $7::text[],
           to_jsonb(to_char(c.due at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')))
       from copies c, incident i where i.number = $6
     ), declared as (
       insert into fact (stream, seq, kind, data, actor_kind, actor_id, actor_name, at, recorded_at, incident_number, place)
       select 'incident:' || c.number, f.seq, f.kind, f.data || jsonb_build_object('number', c.number), f.actor_kind, f.actor_id,
         f.actor_name, f.at, f.recorded_at, c.number, f.place
       from copies c, fact f where f.stream = 'incident:' || $6::int
     )
     insert into timer (key, stream, kind, due_at, data)
     select 'incident:' || number || '/' || $8::text || case when $9::text = '' then '' else '/' || $9 end, 'incident:' || number, $8,
       due, jsonb_build_object('subject', $9) from copies`,
    [first, count, fromMs, toMs, burst, template, due.path, due.kind, due.subject],
  );
  await sql(url, `select setval(pg_get_serial_sequence('incident', 'number'), (select max(number) from incident))`);
  await sql(url, 'analyze incident, fact, timer');
  return first;
}
