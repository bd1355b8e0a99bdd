import { pool } from './database';

/** Seconds without a sign of life after which a worker counts as dead. Real time, which no test moves. */
const silence = 15;

/** Says that the workers named `ids`, all of this process, are alive. */
export async function beat(ids: readonly string[]): Promise<void> {
  await pool.query(
    `insert into node (id, seen_at) select id, clock_timestamp() from unnest($1::text[]) as id
     on conflict (id) do update set seen_at = excluded.seen_at`,
    [ids],
  );
}

export async function forgetNodes(ids: readonly string[]): Promise<void> {
  await pool.query('delete from node where id = any($1::text[])', [ids]);
}

/** Which of these processes gave a sign of life lately. */
export async function livingNodes(ids: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await pool.query<{ id: string }>(
    'select id from node where id = any($1::text[]) and seen_at > clock_timestamp() - make_interval(secs => $2)',
    [ids, silence],
  );
  return new Set(rows.map(({ id }) => id));
}

/** Gives back the jobs that dead workers hold, and answers with those workers' names. */
export async function releaseDeadWorkers(): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `select distinct locked_by as id from graphile_worker._private_jobs
     where locked_by is not null and locked_at < clock_timestamp() - make_interval(secs => $1)
       and not exists (
         select 1 from node where id = locked_by and seen_at > clock_timestamp() - make_interval(secs => $1))`,
    [silence],
  );
  const dead = rows.map(({ id }) => id);
  if (dead.length > 0) await pool.query('select graphile_worker.force_unlock_workers($1::text[])', [dead]);
  return dead;
}
