import { type PersonRef } from '@/lib/core/access/actor';
import { type Instant } from '@/lib/core/instant';
import { type Swap } from '@/lib/core/oncall/swap';
import type { Transaction, database } from './database';
import { Prisma } from './generated/client';

interface Row {
  id: string;
  schedule_id: string;
  offerer: PersonRef;
  to_person: PersonRef | null;
  starts_at: Date;
  ends_at: Date;
  return_starts_at: Date | null;
  return_ends_at: Date | null;
  note: string;
  state: Swap['state'];
}

/** A swap and the schedule that it is of. */
export type KeptSwap = Swap & { scheduleId: string };

type Reader = Pick<Transaction | typeof database, '$queryRaw'>;

export async function loadSwap(tx: Reader, scheduleId: string, id: string): Promise<KeptSwap | null> {
  const [swap] = await select(tx, Prisma.sql`s.schedule_id = ${scheduleId} and s.id = ${id}`);
  return swap ?? null;
}

/** Every offer that nobody has answered and whose shift has not begun at `now`, the soonest first. */
export function loadOffers(tx: Reader, now: Instant): Promise<KeptSwap[]> {
  return select(tx, Prisma.sql`s.state = 'offered' and s.starts_at > ${now}::timestamptz`);
}

/** What this person offers of this schedule and nobody has answered. */
export function loadOwnOffers(tx: Reader, scheduleId: string, personId: string): Promise<KeptSwap[]> {
  return select(tx, Prisma.sql`s.state = 'offered' and s.schedule_id = ${scheduleId} and s.offerer_id = ${personId}`);
}

async function select(tx: Reader, where: Prisma.Sql): Promise<KeptSwap[]> {
  const rows = await tx.$queryRaw<Row[]>`
    select s.*, jsonb_build_object('id', o.id, 'name', o.name) as offerer,
      case when t.id is null then null else jsonb_build_object('id', t.id, 'name', t.name) end as to_person
    from swap s join person o on o.id = s.offerer_id left join person t on t.id = s.to_id
    where ${where} order by s.starts_at, s.id`;
  return rows.map((row) => ({
    id: row.id,
    scheduleId: row.schedule_id,
    offerer: row.offerer,
    to: row.to_person,
    shift: { from: row.starts_at.toISOString(), to: row.ends_at.toISOString() },
    back:
      row.return_starts_at && row.return_ends_at
        ? { from: row.return_starts_at.toISOString(), to: row.return_ends_at.toISOString() }
        : null,
    note: row.note,
    state: row.state,
  }));
}
