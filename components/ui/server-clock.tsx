'use client';

import { createContext, useContext, useEffect, useMemo, useState, useSyncExternalStore, type ReactNode } from 'react';
import { createTicker, type Ticker } from './ticker';

type Clock = { ticker: Ticker; firstNow: number; zone: string };

const ClockContext = createContext<Clock | null>(null);
const ChosenZoneContext = createContext<string | null>(null);
const never = () => () => {};
const browserZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** When the page's first bytes came, which is when the server's reading in it was true. */
function arrival(): number {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return navigation ? performance.timeOrigin + navigation.responseStart : Date.now();
}

type ServerClockProps = {
  /** The server's clock at render, epoch milliseconds. */
  now: number;
  /** IANA zone that the server renders times in; the browser's own takes over once mounted. */
  zone?: string;
  /** True for the root clock, which arrived with the document. */
  root?: boolean;
  children: ReactNode;
};

/** Gives everything below it the server's clock. May be nested: a room may follow the database's clock. */
export function ServerClock({ now, zone, root = false, children }: ServerClockProps) {
  const outer = useContext(ClockContext);
  const [ticker] = useState(createTicker);
  const servedZone = zone ?? outer?.zone ?? 'UTC';

  useEffect(() => {
    const came = root ? arrival() : Date.now();
    ticker.sync(now + (Date.now() - came));
  }, [ticker, now, root]);

  useEffect(() => {
    const own = browserZone();
    if (root && own !== servedZone) {
      document.cookie = `qd-zone=${encodeURIComponent(own)}; path=/; max-age=31536000; samesite=lax`;
    }
  }, [root, servedZone]);

  const clock = useMemo(() => ({ ticker, firstNow: now, zone: servedZone }), [ticker, now, servedZone]);
  return <ClockContext value={clock}>{children}</ClockContext>;
}

function useClock(): Clock {
  const clock = useContext(ClockContext);
  if (!clock) throw new Error('A clock needs <ServerClock> above it.');
  return clock;
}

/**
 * The server's time in epoch milliseconds, floored to `intervalMs`, re-rendering as it passes.
 * With `background` it keeps going in a hidden tab.
 */
export function useNow(intervalMs = 1000, background = false): number {
  const { ticker, firstNow } = useClock();
  const floor = (ms: number) => Math.floor(ms / intervalMs) * intervalMs;
  return useSyncExternalStore(
    useMemo(() => (listener: () => void) => ticker.listen(listener, background), [ticker, background]),
    () => floor(ticker.now()),
    () => floor(firstNow),
  );
}

/** The clock itself: `now()` at any moment, `sync(serverNowMs, rttMs)` for whoever hears the server. */
export function useServerClock(): Pick<Ticker, 'now' | 'sync'> {
  return useClock().ticker;
}

/** Shows times below it in the zone that the reader chose; `null` leaves it to their browser. */
export function ChosenZone({ zone, children }: { zone: string | null; children: ReactNode }) {
  return <ChosenZoneContext value={zone}>{children}</ChosenZoneContext>;
}

/** The zone to show times in: the chosen one, else the served one in the first render, then the browser's. */
export function useZone(): string {
  const { zone } = useClock();
  const chosen = useContext(ChosenZoneContext);
  const own = useSyncExternalStore(never, browserZone, () => zone);
  return chosen ?? own;
}
