'use client';

import { usePathname, useRouter } from 'next/navigation';
import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import { useLive } from '@/components/live/live-provider';
import { useServerClock } from '@/components/ui/server-clock';
import { toast } from '@/components/ui/toast';
import { instantOf } from '@/lib/core/instant';
import { type NoticeKind } from '@/lib/core/notice';
import { type NoticeView } from '@/lib/live/contract';
import { showNotification } from './browser-notification';
import { extended, markedRead, renewed, told } from './notice-list';

/** What a room shows by something going away, and so must say to whoever waits for it there. */
const toldInItsRoom: ReadonlySet<NoticeKind> = new Set(['handover-answered']);

/** A page stands over the screen already, unless a dialog does. */
function isInSight({ kind }: NoticeView): boolean {
  return kind === 'paged' && document.querySelector('[role="dialog"]') === null;
}

export type Which = { id: string } | { url: string } | { upTo: string };
export type LoadNotices = (before: string | null) => Promise<{ notices: NoticeView[]; unread: number }>;
export type ReadNotice = (which: Which) => Promise<void>;

/** The reader's notices, live: counted, shown in passing, and read when the room they are about is looked at. */
export function useNotices(served: number, load: LoadNotices, read: ReadNotice) {
  const { status, watchNotices } = useLive();
  const clock = useServerClock();
  const path = usePathname();
  const router = useRouter();
  const [list, setList] = useState({ unread: served, notices: null as NoticeView[] | null, more: false });
  const asking = useRef(new Set<NoticeView[]>());
  const counting = useRef<ReturnType<typeof setTimeout>>(undefined);

  const mark = useCallback(
    (which: Which) => {
      const at = instantOf(clock.now());
      const matches = (notice: NoticeView) =>
        'id' in which
          ? notice.id === which.id
          : 'url' in which
            ? notice.url === which.url
            : BigInt(notice.id) <= BigInt(which.upTo);
      setList((now) => markedRead(now, matches, at));
      read(which).catch(() => undefined);
    },
    [clock, read],
  );

  const refresh = useCallback(
    (before: string | null = null) => {
      // What is told while the list is on its way may not be in it yet.
      const meanwhile: NoticeView[] = [];
      asking.current.add(meanwhile);
      const take = before === null ? renewed : extended;
      return load(before)
        .then(
          ({ notices, unread }) => setList((now) => meanwhile.reduce(told, take(now, notices, unread))),
          () => undefined,
        )
        .finally(() => asking.current.delete(meanwhile));
    },
    [load],
  );

  // What was read in another tab comes as one message a notice; the list is asked for once after the last.
  const refreshSoon = useCallback(() => {
    clearTimeout(counting.current);
    counting.current = setTimeout(() => void refresh(), 300);
  }, [refresh]);
  useEffect(() => () => clearTimeout(counting.current), []);

  const onNotice = useEffectEvent((notice: NoticeView) => {
    const looking = document.visibilityState === 'visible' && path === notice.url;
    for (const meanwhile of asking.current) meanwhile.push(notice);
    setList((now) => told(now, notice));
    if (notice.readAt !== null) return refreshSoon();
    if (list.notices === null && asking.current.size === 0) void refresh();
    if (looking) mark({ url: notice.url });
    const open = () => {
      mark({ id: notice.id });
      router.push(notice.url);
    };
    if (looking && toldInItsRoom.has(notice.kind)) toast(notice.body);
    else if (document.visibilityState === 'visible' && !looking && !isInSight(notice))
      toast(notice.title, { detail: notice.body, action: { label: 'Open', run: open } });
    if (!document.hasFocus()) showNotification(notice, open);
  });
  useEffect(() => watchNotices((notice) => onNotice(notice)), [watchNotices]);

  // What came while the line was down, or between the making of the page and its line, was not told here.
  useEffect(() => {
    if (status === 'live') void refresh();
  }, [status, refresh]);

  const unreadHere = list.unread > 0 && /^\/incidents\/\d+$/.test(path);
  useEffect(() => {
    if (!unreadHere) return;
    const look = () => {
      if (document.visibilityState !== 'visible') return;
      read({ url: path }).catch(() => undefined);
    };
    look();
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [unreadHere, path, read]);

  return { ...list, refresh, mark };
}
