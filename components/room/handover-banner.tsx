'use client';

import { useState } from 'react';
import { useRoom } from '@/components/live/room-context';
import { Button } from '@/components/ui/button';
import { LateMarkdown } from '@/components/ui/late-markdown';
import { Countdown } from '@/components/ui/live-dial';
import { commanderKey, type Handover } from '@/lib/core/incident/incident';
import { msOf } from '@/lib/core/instant';
import { useAsk } from './ask';
import { useQuickAct } from './use-acting';
import { roleWords } from './why-not';

/** Somebody offers me a role: the brief to read, and the answer, before anything else. */
export function HandoverBanner({ handover: { id, role, from, brief, expiresAt } }: { handover: Handover }) {
  const { incident } = useRoom();
  const { ask } = useAsk();
  const { pending, run } = useQuickAct();
  const [reading, setReading] = useState(true);
  const what = roleWords(role);
  return (
    <section
      aria-label={`${from.name} offers you ${what}`}
      className="border-b-2 border-accent bg-accent-wash px-4 py-3 md:px-6"
    >
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <p className="min-w-0 flex-1 text-base max-md:basis-full">
          <span className="font-semibold">{from.name}</span> offers you <span className="font-semibold">{what}</span> of
          INC-
          {incident.number}.
          <span className="block text-xs text-muted">
            {from.name} holds it until you accept. The offer lapses in{' '}
            <Countdown dueAt={msOf(expiresAt)} word={false} />
          </span>
        </p>
        <Button tone="plain" aria-expanded={reading} className="max-md:order-1" onClick={() => setReading(!reading)}>
          {reading ? 'Hide brief' : 'Read brief'}
        </Button>
        <Button onClick={() => ask({ kind: 'decline', id })}>Decline</Button>
        <Button
          tone="primary"
          pending={pending}
          hotkey={{ keys: 'a', label: `Accept ${what}`, group: 'Room' }}
          onClick={() => void run('answer-handover', { id, accept: true }, `You hold ${what}`)}
        >
          Accept {role.key === commanderKey ? 'command' : 'role'}
        </Button>
      </div>
      {reading && (
        <div className="scroll-cue mt-2 max-h-[32dvh] overflow-y-auto border-t border-line pt-2 [--under:var(--accent-wash)]">
          <LateMarkdown
            text={brief}
            className="max-w-none! gap-8 md:columns-2 xl:columns-3 [&>p]:break-after-avoid [&>ul]:break-inside-avoid"
          />
        </div>
      )}
    </section>
  );
}
