export type ToastTone = 'plain' | 'done' | 'error';

export type Toast = {
  id: number;
  tone: ToastTone;
  text: string;
  /** What was kept, what to do. */
  detail?: string;
  action?: { label: string; run: () => void };
};

export type ToastMore = Pick<Toast, 'detail' | 'action'>;

const watchers = new Set<() => void>();
let toasts: readonly Toast[] = [];
let lastId = 0;

function set(next: readonly Toast[]) {
  toasts = next;
  for (const watcher of watchers) watcher();
}

export const toastStore = {
  list: () => toasts,
  watch: (watcher: () => void) => {
    watchers.add(watcher);
    return () => void watchers.delete(watcher);
  },
  add(tone: ToastTone, text: string, more?: ToastMore): number {
    lastId += 1;
    const others = toasts.filter((toast) => toast.tone !== tone || toast.text !== text);
    set([...others, { ...more, id: lastId, tone, text }].slice(-4));
    return lastId;
  },
  drop(id: number) {
    set(toasts.filter((toast) => toast.id !== id));
  },
};
