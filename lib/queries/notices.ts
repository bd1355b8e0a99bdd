import { type Actor } from '@/lib/core/access/actor';
import { type Instant } from '@/lib/core/instant';
import { type NoticeKind } from '@/lib/core/notice';
import { database } from '@/lib/store/database';
import { Prisma } from '@/lib/store/generated/client';
import { visibleTo } from './visible';

/** The same shape as the live contract's `NoticeView`. */
export interface Told {
  id: string;
  kind: NoticeKind;
  title: string;
  body: string;
  url: string;
  createdAt: Instant;
  readAt: Instant | null;
}

/** A notice about a private incident disappears with the access to it. */
function stillSeen(actor: Actor): Prisma.Sql {
  return Prisma.sql`(notice.stream not like 'incident:%' or exists (
    select 1 from incident where incident.number = substring(notice.stream from '^incident:([0-9]+)$')::int and ${visibleTo(actor)}))`;
}

/** The newest notices to the actor, `most` of them, older than `before` (a notice's id) when given. */
export async function readNotices(actor: Actor, before: string | null = null, most = 30): Promise<Told[]> {
  const older = before === null ? Prisma.empty : Prisma.sql`and notice.id < ${BigInt(before)}`;
  const rows = await database.$queryRaw<
    (Omit<Told, 'createdAt' | 'readAt'> & { createdAt: Date; readAt: Date | null })[]
  >`
    select id::text, kind, title, body, url, created_at as "createdAt", read_at as "readAt"
    from notice where person_id = ${actor.id} and channel = 'app' ${older} and ${stillSeen(actor)}
    order by notice.id desc limit ${most}`;
  return rows.map((row) => ({
    ...row,
    createdAt: row.createdAt.toISOString(),
    readAt: row.readAt?.toISOString() ?? null,
  }));
}

/** How many notices the actor has not read; counting stops at 100. */
export async function countUnread(actor: Actor): Promise<number> {
  const [row] = await database.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from (
      select 1 from notice where person_id = ${actor.id} and channel = 'app' and read_at is null and ${stillSeen(actor)}
      limit 100) as unread`;
  return row?.count ?? 0;
}
