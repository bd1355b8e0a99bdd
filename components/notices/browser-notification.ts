import { type NoticeView } from '@/lib/live/contract';

export type NotificationState = 'unavailable' | 'ask' | 'blocked' | 'on' | 'off';

const kept = 'qd:notifications';
const calledKept = 'qd:called';
const watchers = new Set<() => void>();

/** Kinds that wait on the screen until somebody looks. */
const insistent = new Set(['update-overdue', 'command-overdue', 'handover-offered', 'help-asked', 'paged']);

/** Whether this browser shows notices outside the page; a person may say no without the browser being asked to forget. */
export function notificationState(): NotificationState {
  if (typeof Notification === 'undefined') return 'unavailable';
  if (Notification.permission === 'denied') return 'blocked';
  if (Notification.permission === 'default') return 'ask';
  return localStorage.getItem(kept) === 'off' ? 'off' : 'on';
}

export function watchNotificationState(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => void watchers.delete(watcher);
}

/** Must be called from a click: browsers ask only then. */
export async function switchNotifications(on: boolean): Promise<void> {
  if (on && Notification.permission === 'default') await Notification.requestPermission();
  localStorage.setItem(kept, on ? 'on' : 'off');
  for (const watcher of watchers) watcher();
}

/** Remembers whether this browser is called while Quarterdeck is closed: pages then come that way, open or not. */
export function keepCalled(called: boolean): void {
  localStorage.setItem(calledKept, called ? 'yes' : 'no');
}

/** Shows a notice outside the page. Every tab may: the same tag makes them one. */
export function showNotification(notice: NoticeView, open: () => void): void {
  if (notificationState() !== 'on') return;
  if (notice.kind === 'paged' && localStorage.getItem(calledKept) === 'yes') return;
  try {
    const shown = new Notification(notice.title, {
      body: notice.body,
      tag: `quarterdeck-${notice.id}`,
      icon: '/icon-192.png',
      requireInteraction: insistent.has(notice.kind),
    });
    shown.onclick = () => {
      window.focus();
      shown.close();
      open();
    };
  } catch {
    // Browsers on phones have the name and refuse the act; the bell still counts.
  }
}
