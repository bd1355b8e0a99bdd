'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { commanderKey } from '@/lib/core/incident/incident';
import { type Call } from '@/lib/core/incident/paging';
import { type Answer } from './call-banner';

/** Whoever took the page is offered what it is about: nobody commands yet. */
export function CommandOffer({ call, answer, onLater }: { call: Call; answer: Answer; onLater: () => void }) {
  const { incident, title } = call;
  const router = useRouter();
  const [pending, setPending] = useState(false);

  async function take() {
    setPending(true);
    const taken = await answer(incident, 'take-role', { role: commanderKey }, 'You command');
    setPending(false);
    if (taken) router.push(`/incidents/${incident}`);
  }

  return (
    <section
      aria-label={`Nobody commands INC-${incident}`}
      className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b-2 border-accent bg-surface bg-linear-to-r from-accent-wash to-accent-wash px-4 py-3 md:px-6"
    >
      <p className="min-w-0 flex-1 text-base max-md:basis-full">
        You acknowledged the page. <span className="font-semibold">Nobody commands INC-{incident}</span> yet.
        <span className="block truncate text-xs text-muted">{title}</span>
      </p>
      <div className="flex flex-wrap gap-2 max-md:w-full max-md:[&>*]:flex-1">
        <Button tone="plain" onClick={onLater}>
          Not now
        </Button>
        <Button href={`/incidents/${incident}`}>Open the room</Button>
        <Button
          tone="primary"
          pending={pending}
          hotkey={{ keys: '', silent: true, label: `Take command of INC-${incident}`, group: 'Incident' }}
          onClick={() => void take()}
        >
          Take command
        </Button>
      </div>
    </section>
  );
}
