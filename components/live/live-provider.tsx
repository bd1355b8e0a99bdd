'use client';

import { createContext, useContext, useEffect, useMemo, useState, useSyncExternalStore, type ReactNode } from 'react';
import { ServerClock, useServerClock } from '@/components/ui/server-clock';
import { type Actor } from '@/lib/core/access/actor';
import { type Instant, msOf } from '@/lib/core/instant';
import { type Refusal } from '@/lib/core/refusal';
import { type Connection, createConnection } from './connection';
import { type LiveStatus } from './watchers';

export interface Live extends Pick<
  Connection,
  'watchRoom' | 'watchBoard' | 'watchNotices' | 'watchCalls' | 'watchPaging' | 'watchDeliveries'
> {
  me: Actor;
  status: LiveStatus;
  /** Why the server will not have us, when it said so. */
  refusal: Refusal | null;
}

const LiveContext = createContext<Live | null>(null);
const served = { status: 'connecting', refusal: null } as const;

type LiveProviderProps = {
  me: Actor;
  /** The database's clock at render; everything below counts by it. */
  now: Instant;
  children: ReactNode;
};

/** Owns the page's one socket, opened after hydration, and the clock that it keeps. */
export function LiveProvider({ me, now, children }: LiveProviderProps) {
  return (
    <ServerClock now={msOf(now)}>
      <Line me={me}>{children}</Line>
    </ServerClock>
  );
}

function Line({ me, children }: Omit<LiveProviderProps, 'now'>) {
  const clock = useServerClock();
  const [connection] = useState(() => createConnection((nowMs, rttMs) => clock.sync(nowMs, rttMs)));
  useEffect(() => connection.start(), [connection]);
  const { status, refusal } = useSyncExternalStore(connection.watch, connection.state, () => served);
  const live = useMemo<Live>(() => {
    const { watchRoom, watchBoard, watchNotices, watchCalls, watchPaging, watchDeliveries } = connection;
    return { me, status, refusal, watchRoom, watchBoard, watchNotices, watchCalls, watchPaging, watchDeliveries };
  }, [me, status, refusal, connection]);
  return <LiveContext value={live}>{children}</LiveContext>;
}

/** The live line: who I am, whether it stands, and what may be watched over it. */
export function useLive(): Live {
  const live = useContext(LiveContext);
  if (!live) throw new Error('What is live needs <LiveProvider> above it.');
  return live;
}
