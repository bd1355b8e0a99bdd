'use client';

import { useState } from 'react';
import { useRoom } from '@/components/live/room-context';
import { toast } from '@/components/ui/toast';
import type { ActDraft, ActName } from '@/lib/core/incident/acts';
import { isRefusal, type Refusal, type RefusalCode } from '@/lib/core/refusal';

export interface Acting {
  pending: boolean;
  refusal: Refusal | null;
  /** Does it; answers whether it is done or waits for a connection. `said` is what a toast says then. */
  run: <N extends ActName>(name: N, draft: ActDraft<N>, said?: string) => Promise<boolean>;
  /** As `run`, for a call of another kind. */
  call: (work: () => Promise<object | Refusal>, said?: string) => Promise<boolean>;
}

/** One act at a time, with its refusal kept beside the form that asked for it. */
export function useActing(): Acting {
  const { act } = useRoom();
  const [pending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  async function call(work: () => Promise<object | Refusal>, said?: string): Promise<boolean> {
    setPending(true);
    const answer = await work();
    setPending(false);
    setRefusal(isRefusal(answer) ? answer : null);
    if (isRefusal(answer)) return false;
    if ('queued' in answer && answer.queued === true) {
      toast('No connection: kept, and sent as soon as there is one.', { detail: 'It waits at the top of the room.' });
    } else if (said) toast.done(said);
    return true;
  }

  return { pending, refusal, call, run: (name, draft, said) => call(() => act(name, draft), said) };
}

/** Losing a race is news, not a fault: the newer state is on screen already. */
const lost: readonly RefusalCode[] = ['taken', 'changed-meanwhile', 'conflict'];

/** Says a refusal in a toast. */
export function tellRefusal({ refusal, message }: Refusal): void {
  if (lost.includes(refusal)) toast(message);
  else toast.error(message);
}

/** For a button without a form: a refusal is said in a toast. */
export function useQuickAct() {
  const { act } = useRoom();
  const [pending, setPending] = useState(false);
  async function run<N extends ActName>(name: N, draft: ActDraft<N>, said?: string): Promise<boolean> {
    setPending(true);
    const answer = await act(name, draft);
    setPending(false);
    if (isRefusal(answer)) tellRefusal(answer);
    else if (answer.queued) toast('No connection: kept, and sent as soon as there is one.');
    else if (said) toast.done(said);
    return !isRefusal(answer);
  }
  return { pending, run };
}
