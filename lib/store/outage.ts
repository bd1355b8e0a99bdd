import { type Instant } from '@/lib/core/instant';
import { type PagingOut, type Silence } from '@/lib/core/notification/silence';
import { database, pool, type Transaction } from './database';

// While paging is out there is one row that says so, whoever saw it first.

const key = 'paging-out';
/** Seconds for which whoever took the alarm has it alone, in real time, which no test moves: all are told by then. */
const claimSeconds = 300;

/** By which contact method a person was told of the outage. */
export interface ToldBy {
  person: string;
  method: string;
}

interface Kept extends PagingOut {
  told: ToldBy[];
  /** Everybody was told who can be. */
  done: boolean;
}

/** The outage that lasts now, or null. */
export async function readOutage(): Promise<PagingOut | null> {
  const row = await database.setting.findUnique({ where: { key } });
  if (!row) return null;
  const { since, silence } = row.value as unknown as Kept;
  return { since, silence };
}

/** The setting that keeps when the last sign of each came. */
const signs: Record<Silence, string | null> = { timers: 'pulse', pages: 'synthetic-page', database: null };
/** Seconds by which a later sign is another: they come a minute apart at least, and `since` is known to the millisecond or so. */
const anotherSeconds = 30;

/**
 * Takes it upon this process to tell of the outage: of all who try, one has it, until everybody was told; after five minutes another,
 * for the first may have died. Null where another has it, or a sign has come meanwhile. `fresh` where the outage was not known before.
 */
export async function claimOutage(
  tx: Transaction,
  out: PagingOut,
): Promise<{ fresh: boolean; told: ToldBy[]; since: Instant } | null> {
  const first: Kept = { ...out, told: [], done: false };
  const [row] = await tx.$queryRaw<{ value: Kept; fresh: boolean }[]>`
    insert into setting as kept (key, value)
    select ${key}, ${JSON.stringify(first)}::jsonb || jsonb_build_object('until', clock_timestamp() + make_interval(secs => ${claimSeconds}))
    where not exists (
      select 1 from setting sign where sign.key = ${signs[out.silence]}
        and (sign.value ->> 'at')::timestamptz > ${out.since}::timestamptz + make_interval(secs => ${anotherSeconds}))
    on conflict (key) do update
      set value = kept.value || jsonb_build_object('until', clock_timestamp() + make_interval(secs => ${claimSeconds}))
      where not (kept.value ->> 'done')::boolean and (kept.value ->> 'until')::timestamptz < clock_timestamp()
    returning value, xmax = 0 as fresh`;
  return row ? { fresh: row.fresh, told: row.value.told, since: row.value.since } : null;
}

/** Keeps who was told. False where the outage is over meanwhile. */
export async function keepTold(told: readonly ToldBy[], done: boolean): Promise<boolean> {
  const { rowCount } = await pool.query(
    `update setting set value = value || jsonb_build_object('told', $2::jsonb, 'done', $3::boolean) where key = $1`,
    [key, JSON.stringify(told), done],
  );
  return rowCount === 1;
}

/** Ends the outage: whoever does so first is answered with it, and everybody else with null. */
export async function endOutage(tx: Transaction): Promise<(PagingOut & { told: ToldBy[] }) | null> {
  const [row] = await tx.$queryRaw<{ value: Kept }[]>`delete from setting where key = ${key} returning value`;
  if (!row) return null;
  const { since, silence, told } = row.value;
  return { since, silence, told };
}
