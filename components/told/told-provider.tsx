'use client';

import { createContext, type ReactNode, useCallback, useContext, useEffect, useRef, useState } from 'react';
import { useLive } from '@/components/live/live-provider';
import { useRoom } from '@/components/live/room-context';
import { type LoadTold, type Told } from './told';

const ToldContext = createContext<LoadTold | null>(null);

export function ToldProvider({ load, children }: { load: LoadTold; children: ReactNode }) {
  return <ToldContext value={load}>{children}</ToldContext>;
}

/** How people were told of one fact or by one page, live; null until it is known, and where nothing is asked. `mark` asks anew when it changes. */
export function useTold(of: { fact: number } | { page: string } | null, mark: string): Told[] | null {
  const load = useContext(ToldContext);
  if (!load) throw new Error('Who was told needs <ToldProvider> above it.');
  const { incident } = useRoom();
  const { status, watchDeliveries } = useLive();
  const [told, setTold] = useState<Told[] | null>(null);
  const asking = useRef<'no' | 'once' | 'again'>('no');
  const { number } = incident;
  const fact = of && 'fact' in of ? of.fact : null;
  const page = of && 'page' in of ? of.page : null;

  const ask = useCallback(() => {
    const wanted = fact !== null ? { fact } : page !== null ? { page } : null;
    if (!wanted) return;
    // A page that calls many rings often: one question at a time, and one more for all that rang meanwhile.
    if (asking.current !== 'no') {
      asking.current = 'again';
      return;
    }
    const run = async () => {
      do {
        asking.current = 'once';
        // No server now: it is asked again as soon as the line stands.
        const answer = await load(number, wanted).catch(() => null);
        if (answer) setTold(answer);
      } while ((asking.current as string) === 'again');
      asking.current = 'no';
    };
    void run();
  }, [load, number, fact, page]);

  useEffect(() => watchDeliveries(number, ask), [watchDeliveries, number, ask]);
  useEffect(() => {
    if (status === 'live' || status === 'connecting') ask();
  }, [status, ask, mark]);
  return told;
}
