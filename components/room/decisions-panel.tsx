'use client';

import { Check } from 'lucide-react';
import { useRoom } from '@/components/live/room-context';
import { LiveDial } from '@/components/ui/live-dial';
import { Section } from '@/components/ui/section';
import { commanderOf, type Decision } from '@/lib/core/incident/incident';
import { isOpen } from '@/lib/core/incident/phases';
import { between, msOf } from '@/lib/core/instant';
import { useNow } from '@/components/ui/server-clock';
import { ActButton } from './act-button';
import { useAsk } from './ask';
import { useQuickAct } from './use-acting';
import { whyNot } from './why-not';

/** Recorded decisions shown before the rest is asked for. */
const shown = 3;

/** What is proposed, until when one may object, and what was decided. */
export function DecisionsPanel() {
  const room = useRoom();
  const { incident } = room;
  const { ask } = useAsk();
  const proposed = incident.decisions.filter(({ state }) => state === 'proposed');
  const recorded = incident.decisions.filter(({ state }) => state === 'recorded').reverse();
  return (
    <Section
      title="Decisions"
      count={proposed.length + recorded.length}
      action={
        <ActButton size="sm" tone="plain" reason={whyNot(room).open} onClick={() => ask({ kind: 'decision' })}>
          Propose
        </ActButton>
      }
    >
      {proposed.length + recorded.length === 0 && (
        <p className="py-1.5 text-muted">
          {isOpen(incident.phase)
            ? 'Propose one, give a minute for strong objections, and it is on record.'
            : 'None was recorded.'}
        </p>
      )}
      <ul>
        {proposed.map((decision) => (
          <Proposed key={decision.id} decision={decision} />
        ))}
        {recorded.slice(0, shown).map((decision) => (
          <Recorded key={decision.id} decision={decision} />
        ))}
      </ul>
      {recorded.length > shown && (
        <details className="text-xs">
          <summary className="min-h-6 py-1 text-muted select-none hover:text-ink">
            {recorded.length - shown} earlier
          </summary>
          <ul className="text-sm">
            {recorded.slice(shown).map((decision) => (
              <Recorded key={decision.id} decision={decision} />
            ))}
          </ul>
        </details>
      )}
    </Section>
  );
}

function Proposed({ decision }: { decision: Decision }) {
  const room = useRoom();
  const { incident, me } = room;
  const { ask } = useAsk();
  const { run } = useQuickAct();
  const over = useNow() >= msOf(decision.closesAt);
  const mine = decision.by.id === me.id;
  const objected = decision.objections.some(({ by }) => by.id === me.id);
  const { ever } = whyNot(room);
  const late = over ? 'The window is over.' : null;
  return (
    <li className="animate-arrive border-b border-line py-1.5 last:border-b-0">
      <div className="flex items-start gap-2.5">
        <span className="min-w-0 flex-1 wrap-anywhere">
          {decision.text} <span className="text-xs text-muted">· {decision.by.name}</span>
        </span>
        <LiveDial
          dueAt={msOf(decision.closesAt)}
          cadenceMs={between(decision.proposedAt, decision.closesAt)}
          size={16}
          word={false}
        />
      </div>
      <Objections decision={decision} />
      <div className="flex gap-1.5 pt-1">
        {!mine && (
          <ActButton
            size="sm"
            reason={ever ?? late ?? (objected ? 'Your objection is on record.' : null)}
            onClick={() => ask({ kind: 'objection', id: decision.id })}
          >
            Object
          </ActButton>
        )}
        {(mine || commanderOf(incident)?.id === me.id) && (
          <ActButton
            size="sm"
            tone="plain"
            reason={ever ?? late}
            onClick={() => void run('withdraw-decision', { id: decision.id }, 'Withdrawn')}
          >
            Withdraw
          </ActButton>
        )}
      </div>
    </li>
  );
}

function Recorded({ decision }: { decision: Decision }) {
  return (
    <li className="flex items-start gap-2 border-b border-line py-1.5 last:border-b-0">
      <Check className="mt-1 size-3.5 shrink-0 text-done" role="img" aria-label="recorded" />
      <div className="min-w-0 flex-1 wrap-anywhere">
        {decision.text}
        <Objections decision={decision} />
      </div>
    </li>
  );
}

function Objections({ decision: { objections } }: { decision: Decision }) {
  return objections.map(({ by, reason }) => (
    <p key={by.id} className="text-sm text-high">
      {by.name} objected: {reason}
    </p>
  ));
}
