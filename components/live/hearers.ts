import { type Socket } from 'socket.io-client';
import { type PagingOut } from '@/lib/core/notification/silence';
import { type ClientToServer, type NoticeView, type ServerToClient } from '@/lib/live/contract';

/** Whoever wants to hear what comes to a person by itself, without having joined anything. */
export function createHearers() {
  const notices = new Set<(notice: NoticeView) => void>();
  const callers = new Set<() => void>();
  const pagers = new Set<(out: PagingOut | null) => void>();
  const tellers = new Map<number, Set<() => void>>();

  return {
    listen: (socket: Socket<ServerToClient, ClientToServer>) => {
      socket.on('notice', (notice) => {
        for (const watcher of notices) watcher(notice);
      });
      socket.on('calls', () => {
        for (const watcher of callers) watcher();
      });
      socket.on('paging', ({ out }) => {
        for (const watcher of pagers) watcher(out);
      });
      socket.on('deliveries', ({ incident }) => {
        for (const watcher of tellers.get(incident) ?? []) watcher();
      });
    },
    watchNotices: (watcher: (notice: NoticeView) => void) => {
      notices.add(watcher);
      return () => void notices.delete(watcher);
    },
    /** Hears that what calls me is another, without saying how. */
    watchCalls: (watcher: () => void) => {
      callers.add(watcher);
      return () => void callers.delete(watcher);
    },
    /** Hears whether paging is out, whenever that is said. */
    watchPaging: (watcher: (out: PagingOut | null) => void) => {
      pagers.add(watcher);
      return () => void pagers.delete(watcher);
    },
    /** Hears that something became of the messages of an incident whose room is watched, without saying what. */
    watchDeliveries: (number: number, watcher: () => void) => {
      const told = tellers.get(number) ?? new Set();
      told.add(watcher);
      tellers.set(number, told);
      return () => void told.delete(watcher);
    },
  };
}
