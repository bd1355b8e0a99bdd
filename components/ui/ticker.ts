export type Ticker = {
  /** Milliseconds since the epoch by the server's clock. */
  now(): number;
  /** Sets the clock by a reading of the server's, `rttMs` being the round trip that brought it. */
  sync(serverNowMs: number, rttMs?: number): void;
  /** Calls back about once a second, on the server's whole seconds. While the tab is hidden only background listeners are called. */
  listen(listener: () => void, background?: boolean): () => void;
};

/** One timer for every clock of a page. Runs only while somebody listens. */
export function createTicker(): Ticker {
  const visible = new Set<() => void>();
  const background = new Set<() => void>();
  let offset = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const now = () => Date.now() + offset;

  function tick() {
    for (const listener of background) listener();
    if (!document.hidden) for (const listener of visible) listener();
    schedule();
  }

  function schedule() {
    clearTimeout(timer);
    timer = undefined;
    if (background.size === 0 && (visible.size === 0 || document.hidden)) return;
    timer = setTimeout(tick, 1000 - (((now() % 1000) + 1000) % 1000) + 4);
  }

  return {
    now,
    sync(serverNowMs, rttMs = 0) {
      offset = serverNowMs + rttMs / 2 - Date.now();
      if (visible.size + background.size > 0) tick();
    },
    listen(listener, inBackground = false) {
      const listeners = inBackground ? background : visible;
      if (visible.size + background.size === 0) document.addEventListener('visibilitychange', tick);
      listeners.add(listener);
      if (timer === undefined) schedule();
      return () => {
        listeners.delete(listener);
        if (visible.size + background.size === 0) {
          document.removeEventListener('visibilitychange', tick);
          schedule();
        }
      };
    },
  };
}
