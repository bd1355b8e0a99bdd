'use client';

import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore, type ReactNode } from 'react';
import { useServerClock } from '@/components/ui/server-clock';
import { type IncidentFact } from '@/lib/core/facts';
import type { ActDraft, ActName } from '@/lib/core/incident/acts';
import { isRefusal, type Refusal, refuse } from '@/lib/core/refusal';
import { type RoomLine } from './watchers';
import { useLive } from './live-provider';
import { type Acted, type Room, RoomContext, type RoomView } from './room-context';
import { createRoomStore } from './room-store';
import { type ActAction, type Done, freshKey, sendAct } from './send-act';
import { createWaitingActs, type WaitingAct } from './waiting-acts';

const noneWaiting: readonly WaitingAct[] = [];
const tryAgainMs = 3_000;
/** Facts that others committed first usually follow at once; only then is the server asked. */
const gapPatienceMs = 300;

const outdatedMessage = 'This page is older than the server. Reload it: what you wrote is kept.';

type RoomProviderProps = { initial: RoomView; act: ActAction; children: ReactNode };

/** One incident, live: its state by the same rules as the server's, its facts since load, and the way to act on it. */
export function RoomProvider({ initial, act: call, children }: RoomProviderProps) {
  const { number } = initial.incident;
  const { me, status, refusal, watchRoom } = useLive();
  const clock = useServerClock();
  const router = useRouter();
  const [store] = useState(() =>
    createRoomStore({
      incident: initial.incident,
      facts: [],
      present: initial.present,
      digest: initial.digest,
      putOut: false,
    }),
  );
  const [queue] = useState(() => createWaitingActs(`qd-waiting:${number}:${me.id}`));
  const [outdated, setOutdated] = useState(false);
  const line = useRef<RoomLine | null>(null);
  const gap = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const connected = useRef(false);

  useEffect(() => {
    connected.current = status === 'live' || status === 'connecting';
  }, [status]);

  const receive = useCallback(
    (facts: readonly IncidentFact[]) => {
      const missing = store.receive(facts);
      clearTimeout(gap.current);
      if (!missing) return;
      gap.current = setTimeout(() => {
        line.current?.catchUp();
        if (!connected.current) router.refresh();
      }, gapPatienceMs);
    },
    [store, router],
  );

  useEffect(() => {
    const opened = watchRoom(number, {
      after: () => store.get().incident.seq,
      facts: receive,
      present: store.present,
      putOut: store.putOut,
    });
    line.current = opened;
    return () => {
      clearTimeout(gap.current);
      line.current = null;
      opened.leave();
    };
  }, [watchRoom, number, store, receive]);

  useEffect(() => store.adopt(initial), [store, initial]);

  const send = useCallback(
    async (name: ActName, draft: unknown, key: string) => {
      const answer = await sendAct(() => call(number, name, draft, key), connected.current);
      if (answer === 'outdated') setOutdated(true);
      else if (answer !== 'unreachable' && !isRefusal(answer)) receive(answer.facts);
      return answer;
    },
    [call, number, receive],
  );

  /** Sends what waits, in order, until one finds no server. */
  const flush = useCallback(async () => {
    for (let next = queue.next(clock.now()); next; next = queue.next(clock.now())) {
      queue.change(next.key, { state: 'sending' });
      const answer = await send(next.name, next.draft, next.key);
      if (answer === 'unreachable') return queue.change(next.key, { state: 'waiting' });
      if (answer === 'outdated') return queue.change(next.key, { state: 'held', message: outdatedMessage });
      if (isRefusal(answer)) queue.change(next.key, { state: 'refused', message: answer.message });
      else queue.drop(next.key);
    }
  }, [queue, send, clock]);

  useEffect(() => queue.restore(), [queue]);
  const waiting = useSyncExternalStore(queue.watch, queue.list, () => noneWaiting);
  const unsent = waiting.some((each) => each.state === 'waiting');
  useEffect(() => {
    if (!unsent) return;
    if (status === 'live') void flush();
    const timer = setInterval(() => void flush(), tryAgainMs);
    return () => clearInterval(timer);
  }, [unsent, status, flush]);

  const act = useCallback(
    async <N extends ActName>(name: N, draft: ActDraft<N>): Promise<Acted | Refusal> => {
      const key = freshKey();
      const later = (): Acted => {
        queue.add({ key, name, draft, at: clock.now() });
        return { number, seq: store.get().incident.seq, facts: [], queued: true };
      };
      if (queue.list().some((each) => each.state === 'waiting' || each.state === 'sending')) return later();
      const answer = await send(name, draft, key);
      if (answer === 'unreachable') return later();
      if (answer === 'outdated') return refuse('conflict', outdatedMessage);
      return isRefusal(answer) ? answer : { ...answer, queued: false };
    },
    [queue, send, clock, number, store],
  );

  const run = useCallback(
    async (other: () => Promise<Done | Refusal>): Promise<Done | Refusal> => {
      const answer = await sendAct(other, connected.current);
      if (answer === 'outdated') setOutdated(true);
      if (answer === 'outdated') return refuse('conflict', outdatedMessage);
      if (answer === 'unreachable')
        return refuse('conflict', 'The server did not answer. Try again once you are live.');
      if (!isRefusal(answer) && answer.number === number) receive(answer.facts);
      return answer;
    },
    [number, receive],
  );

  const report = useCallback((looking: string, typing: boolean) => line.current?.report({ looking, typing }), []);

  const state = useSyncExternalStore(store.watch, store.get, store.get);
  const { people, services, vendors, roles, schedules, teams, policies } = initial;
  const room = useMemo<Room>(
    () => ({
      ...state,
      people,
      services,
      vendors,
      roles,
      schedules,
      teams,
      policies,
      me,
      status,
      refusal,
      outdated,
      waiting,
      act,
      run,
      withdraw: queue.drop,
      confirm: (key) => queue.confirm(key, clock.now()),
      report,
    }),
    [
      state,
      people,
      services,
      vendors,
      roles,
      schedules,
      teams,
      policies,
      me,
      status,
      refusal,
      outdated,
      waiting,
      act,
      run,
      queue,
      clock,
      report,
    ],
  );
  return <RoomContext value={room}>{children}</RoomContext>;
}
