'use client';

import { PhoneIncoming } from 'lucide-react';
import dynamic from 'next/dynamic';
import { usePathname } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Time } from '@/components/ui/time';
import { useFetched } from '@/components/ui/use-fetched';
import { type Call } from '@/lib/core/incident/paging';
import { type useCalls } from './use-calls';

const loadCannot = () => import('./cannot-dialog').then((module) => module.CannotDialog);
const CannotDialog = dynamic(loadCannot, { ssr: false });

export type Answer = ReturnType<typeof useCalls>['answer'];

/** One page that calls the reader. `first`: its buttons have the keys. */
export function CallBanner({ call, first, answer }: { call: Call; first: boolean; answer: Answer }) {
  const { incident, title, severity, page, about, at } = call;
  const [pending, setPending] = useState(false);
  const [declining, setDeclining] = useState(false);
  const fetched = useFetched(declining ? loadCannot : null, () => setDeclining(false));
  const here = usePathname() === `/incidents/${incident}`;

  async function acknowledge() {
    setPending(true);
    await answer(incident, 'answer-page', { id: page, take: true }, 'Acknowledged: nobody else is called');
    setPending(false);
  }

  return (
    <section
      aria-label={`You are paged: ${about}`}
      className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b-2 border-critical bg-surface bg-linear-to-r from-critical-wash to-critical-wash px-4 py-3 md:px-6"
    >
      <PhoneIncoming className="size-5 shrink-0 text-critical" aria-hidden="true" />
      <div role="alert" className="min-w-0 flex-1 text-base max-md:basis-[calc(100%-4rem)]">
        <span className="wrap-anywhere">
          <span className="font-semibold">You are paged:</span> {about}
        </span>
        <span className="block truncate text-xs text-muted">
          INC-{incident}
          {about.endsWith(title) ? '' : ` · ${severity}: ${title}`} · <Time at={at} form="ago" />
        </span>
      </div>
      <div className="flex flex-wrap gap-2 max-md:w-full max-md:[&>*]:flex-1">
        {!here && (
          <Button tone="plain" href={`/incidents/${incident}`}>
            Open the room
          </Button>
        )}
        <Button onClick={() => setDeclining(true)}>I cannot</Button>
        <Button
          tone="primary"
          pending={pending}
          hotkey={{
            keys: first ? 'y' : '',
            silent: !first,
            label: `Acknowledge the page of INC-${incident}`,
            group: 'Incident',
          }}
          onClick={() => void acknowledge()}
        >
          Acknowledge
        </Button>
      </div>
      {declining && fetched && <CannotDialog call={call} answer={answer} onClose={() => setDeclining(false)} />}
    </section>
  );
}
