'use client';

import { type FormEvent, useState, useTransition } from 'react';
import { type Refusal } from '@/lib/core/refusal';
import { useFaultFocus } from '../submit/use-fault-focus';
import { toast } from '../ui/toast';

/** A server action that answers null, or why not. */
export type Act<Args extends unknown[] = []> = (...args: Args) => Promise<Refusal | null>;

/** Runs acts one at a time; says what was done in passing, and keeps a refusal for the form that asked, which `form` belongs on. */
export function useAct() {
  const [pending, start] = useTransition();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const run = (act: () => Promise<Refusal | null>, done: string, then?: () => void) =>
    start(async () => {
      const answer = await act().catch((): Refusal => ({
        refusal: 'conflict',
        message: 'The server did not answer. Check the page, then try again.',
      }));
      setRefusal(answer);
      if (answer) return;
      toast.done(done);
      then?.();
    });
  /** What a form does with what was filled in. */
  const submit =
    (act: Act<[form: FormData]>, done: string, then?: () => void) => (event: FormEvent<HTMLFormElement>) => {
      event.preventDefault();
      const filled = new FormData(event.currentTarget);
      run(() => act(filled), done, then);
    };
  const form = useFaultFocus(refusal);
  return { form, pending, refusal, run, submit, forget: () => setRefusal(null) };
}
