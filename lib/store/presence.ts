import { type Instant } from '@/lib/core/instant';
import { type Transaction, pool } from './database';

/** A person on one socket in one room. `key` names the two together. */
export interface Seat {
  key: string;
  incident: number;
  personId: string;
  personName: string;
  looking: string;
  typing: boolean;
}

/** Seconds after which the seats of a silent process are empty. Real time, which no test moves. */
export const silenceSeconds = 30;

/** Writes or refreshes seats of `node`, and that their people were there. */
export async function sit(node: string, seats: readonly Seat[]): Promise<void> {
  if (seats.length === 0) return;
  await pool.query({
    name: 'sit',
    text: `
      insert into presence (socket_id, node, person_id, person_name, incident, looking, typing, seen_at)
      select key, $1, "personId", "personName", incident, looking, typing, clock_timestamp()
      from jsonb_to_recordset($2::jsonb) as seat(
        key text, incident int, "personId" text, "personName" text, looking text, typing boolean)
      on conflict (socket_id) do update set looking = excluded.looking, typing = excluded.typing, seen_at = excluded.seen_at`,
    values: [node, JSON.stringify(seats)],
  });
  await attend(seats);
}

/** Empties seats; their people were there until now. */
export async function rise(seats: readonly Seat[]): Promise<void> {
  if (seats.length === 0) return;
  await pool.query('delete from presence where socket_id = any($1::text[])', [seats.map(({ key }) => key)]);
  await attend(seats);
}

/** Sorted, so that two processes never wait for each other. */
async function attend(seats: readonly Seat[]): Promise<void> {
  await pool.query({
    name: 'attend',
    text: `
      insert into attendance (incident, person_id, seen_at)
      select incident, person_id, app_now() from (
        select distinct incident, "personId" as person_id
        from jsonb_to_recordset($1::jsonb) as seat(incident int, "personId" text) order by 1, 2) as there
      on conflict (incident, person_id) do update set seen_at = excluded.seen_at`,
    values: [JSON.stringify(seats.map(({ incident, personId }) => ({ incident, personId })))],
  });
}

/** Empties the seats of processes that fell silent and, when it leaves, of `node`. Answers with the incidents they were in. */
export async function clearSeats(node: string | null): Promise<number[]> {
  const { rows } = await pool.query<{ incident: number }>(
    `delete from presence where node = $1 or seen_at < clock_timestamp() - make_interval(secs => $2) returning incident`,
    [node, silenceSeconds],
  );
  return [...new Set(rows.map(({ incident }) => incident))];
}

/** When a person was last in the room of an incident: now, if a live process says that they are there. */
export async function lastSeen(tx: Transaction, incident: number, personId: string): Promise<Instant | null> {
  const [row] = await tx.$queryRaw<{ seen_at: Date | null }[]>`
    select case when exists (
        select 1 from presence where incident = ${incident} and person_id = ${personId}
          and seen_at > clock_timestamp() - make_interval(secs => ${silenceSeconds}::int))
      then app_now()
      else (select seen_at from attendance where incident = ${incident} and person_id = ${personId}) end as seen_at`;
  return row?.seen_at?.toISOString() ?? null;
}
