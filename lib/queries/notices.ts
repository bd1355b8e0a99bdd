import { type Actor } from '@/lib/core/access/actor';
import { type NoticeView } from '@/lib/core/notice';
import { database } from '@/lib/store/database';
import { Prisma } from '@/lib/store/generated/client';
import { visibleTo } from './visible';

type TimedRow = Omit<NoticeView, 'createdAt' | 'readAt'> & { createdAt: Date; readAt: Date | null; unread: number };

const most = 30;

/** A notice about a private incident disappears with the access to it. */
function stillSeen(actor: Actor): Prisma.Sql {
  return Prisma.sql`(notice.stream not like 'incident:%' or exists (
    select 1 from incident where incident.number = substring(notice.stream from '^incident:([0-9]+)$')::int and ${visibleTo(actor)}))`;
}

/** The newest notices to the actor, older than `before` (a notice's id) when given, and how many are unread at that moment. */
export async function readNotices(
  actor: Actor,
  before: string | null = null,
): Promise<{ notices: NoticeView[]; unread: number }> {
  const older = before === null ? Prisma.empty : Prisma.sql`and notice.id < ${BigInt(before)}`;
  // One statement, hence one moment: what is told next is then neither missing from the count nor counted twice.
  const rows = await database.$queryRaw<(TimedRow | { id: null; unread: number })[]>`
    select counted.unread, told.* from (${unreadOf(actor)}) as counted left join lateral (
      select id::text, kind, title, body, url, created_at as "createdAt", read_at as "readAt"
      from notice where person_id = ${actor.id} and channel = 'app' ${older} and ${stillSeen(actor)}
      order by notice.id desc limit ${most}) as told on true
    order by told.id::bigint desc`;
  const notices = rows.flatMap((row): NoticeView[] => {
    if (row.id === null) return [];
    const { id, kind, title, body, url, createdAt, readAt } = row;
    return [{ id, kind, title, body, url, createdAt: createdAt.toISOString(), readAt: readAt?.toISOString() ?? null }];
  });
  return { notices, unread: rows[0]?.unread ?? 0 };
}

/** How many notices the actor has not read; counting stops at 100. */
export async function countUnread(actor: Actor): Promise<number> {
  const [row] = await database.$queryRaw<{ unread: number }[]>`${unreadOf(actor)}`;
  return row?.unread ?? 0;
}

function unreadOf(actor: Actor): Prisma.Sql {
  return Prisma.sql`select count(*)::int as unread from (
      select 1 from notice where person_id = ${actor.id} and channel = 'app' and read_at is null and ${stillSeen(actor)}
      limit 100) as few`;
}
