'use client';

import { unstable_isUnrecognizedActionError } from 'next/navigation';
import { type FormEvent, useState, useTransition } from 'react';
import { isRefusal, type Refusal, refuse } from '@/lib/core/refusal';
import { useFaultFocus } from './use-fault-focus';

const outdated = 'This page is older than the server. What you typed is still here: copy it, and reload the page.';
const silent = 'The server did not answer, and nothing was saved here. What you typed is still here: try again.';

/**
 * Sends a form to a server action and keeps what was typed when it is refused or the server is away; the first wrong field
 * takes the focus. `onSubmit` and `form` belong on the form.
 */
export function useSubmit<Answer extends object>(
  action: (form: FormData) => Promise<Answer | Refusal>,
  done: (answer: Answer) => void,
) {
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [pending, start] = useTransition();
  const form = useFaultFocus(refusal);

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    // A dialog opened from within another form is inside that form for React, wherever it is drawn.
    event.stopPropagation();
    if (pending) return;
    const filled = new FormData(event.currentTarget);
    start(async () => {
      try {
        const answer = await action(filled);
        if (isRefusal(answer)) return setRefusal(answer);
        setRefusal(null);
        done(answer);
      } catch (error) {
        setRefusal(refuse('conflict', unstable_isUnrecognizedActionError(error) ? outdated : silent));
      }
    });
  }

  const fields = refusal?.fields ?? {};
  return { form, onSubmit, pending, refusal, errorOf: (name: string) => fields[name] ?? null };
}
