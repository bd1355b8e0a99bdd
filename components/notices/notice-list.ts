import { type NoticeView } from '@/lib/live/contract';

/** What the bell knows: the count, and the newest notices once they were asked for. */
export interface NoticeList {
  unread: number;
  notices: NoticeView[] | null;
  /** There may be older ones than those at hand. */
  more: boolean;
}

export const pageSize = 30;

/**
 * A notice came, or one at hand was read in another tab. Telling it twice changes nothing; nor does telling it before the list
 * came, for whether the count has it already cannot be known.
 */
export function told(list: NoticeList, notice: NoticeView): NoticeList {
  if (list.notices === null) return list;
  const known = list.notices.find(({ id }) => id === notice.id);
  const isUnread = notice.readAt === null;
  if (!known) {
    if (!isUnread) return list;
    return { ...list, unread: list.unread + 1, notices: [notice, ...list.notices] };
  }
  const unread = list.unread + Number(isUnread) - Number(known.readAt === null);
  const notices = list.notices.map((one) => (one.id === notice.id ? notice : one));
  return { ...list, unread: Math.max(0, unread), notices };
}

/** What matches was read here. */
export function markedRead(list: NoticeList, matches: (notice: NoticeView) => boolean, at: string): NoticeList {
  const hit = (notice: NoticeView) => notice.readAt === null && matches(notice);
  const read = (list.notices ?? []).filter(hit).length;
  return {
    ...list,
    unread: Math.max(0, list.unread - read),
    notices: list.notices?.map((notice) => (hit(notice) ? { ...notice, readAt: at } : notice)) ?? null,
  };
}

/** The newest arrived from the server, with the count at the same moment. Older ones at hand stay if they go on without a gap. */
export function renewed(list: NoticeList, newest: readonly NoticeView[], unread: number): NoticeList {
  const known = new Set(newest.map(({ id }) => id));
  const held = list.notices ?? [];
  const reached = newest.length === pageSize ? held.findLastIndex(({ id }) => known.has(id)) : -1;
  const older = reached < 0 ? [] : held.slice(reached + 1);
  return {
    unread,
    notices: [...newest, ...older],
    more: older.length > 0 ? list.more : newest.length === pageSize,
  };
}

/** Older ones arrived from the server. */
export function extended(list: NoticeList, older: readonly NoticeView[], unread: number): NoticeList {
  const known = new Set(list.notices?.map(({ id }) => id));
  return {
    unread,
    notices: [...(list.notices ?? []), ...older.filter(({ id }) => !known.has(id))],
    more: older.length === pageSize,
  };
}
