'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { useLive } from '@/components/live/live-provider';
import { type ActAction, freshKey, sendAct } from '@/components/live/send-act';
import { tellRefusal } from '@/components/room/use-acting';
import { toast } from '@/components/ui/toast';
import type { ActDraft, ActName } from '@/lib/core/incident/acts';
import { type Call } from '@/lib/core/incident/paging';
import { isRefusal } from '@/lib/core/refusal';

export type LoadCalls = () => Promise<Call[]>;

/** What pages call the reader, as served and then live, and the way to answer from any screen. */
export function useCalls(served: Call[], load: LoadCalls, act: ActAction) {
  const { status, watchCalls } = useLive();
  const [calls, setCalls] = useState(served);
  const asked = useRef(0);

  const refresh = useCallback(() => {
    asked.current += 1;
    const mine = asked.current;
    return load().then(
      // A later question may have been answered first.
      (now) => mine === asked.current && setCalls(now),
      // No server now: it is asked again as soon as the line stands.
      () => undefined,
    );
  }, [load]);

  useEffect(() => watchCalls(() => void refresh()), [watchCalls, refresh]);
  useEffect(() => {
    if (status === 'live') void refresh();
  }, [status, refresh]);

  async function answer<N extends ActName>(number: number, name: N, draft: ActDraft<N>, said: string) {
    const connected = status === 'live' || status === 'connecting';
    const answered = await sendAct(() => act(number, name, draft, freshKey()), connected);
    if (answered === 'outdated') toast.error('This page is older than the server. Reload it, then answer.');
    else if (answered === 'unreachable') toast.error('The server did not answer. Press again once you are online.');
    else if (isRefusal(answered)) tellRefusal(answered);
    else toast.done(said);
    await refresh();
    return typeof answered === 'object' && !isRefusal(answered);
  }

  return { calls, answer };
}
