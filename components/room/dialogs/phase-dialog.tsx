'use client';

import { useState } from 'react';
import { useRoom } from '@/components/live/room-context';
import { textOf } from '@/components/submit/text-of';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { TextField } from '@/components/ui/field';
import { RadioCards } from '@/components/ui/radio-cards';
import { useServerClock } from '@/components/ui/server-clock';
import { type Incident } from '@/lib/core/incident/incident';
import { isOpen, moves, type Phase } from '@/lib/core/incident/phases';
import { hoursWords } from '@/lib/core/severity/policy-words';
import { ActDialog, wrong } from '../act-dialog';
import { useAsk } from '../ask';
import { legalMoves } from '../legal-moves';
import { closing, useUpdateDraft } from '../update-draft';
import { useActing } from '../use-acting';
import { whyNot } from '../why-not';

const meanings: Record<Phase, string> = {
  triage: 'How bad is it, and whose is it?',
  investigating: 'We look for the cause.',
  identified: 'We know the cause.',
  mitigating: 'We are stopping the harm.',
  monitoring: 'The harm has stopped; we watch.',
  resolved: 'It is over. No more updates are owed.',
  closed: 'It is over, and the room is put away.',
  cancelled: 'It was a false alarm.',
  merged: 'It goes on in another incident.',
};

/** Where the incident goes next: only legal moves are offered, and the likeliest is chosen already. */
export default function PhaseDialog({ to: wanted }: { to?: Phase }) {
  const room = useRoom();
  const { phase, number, severityUnsure, severity } = room.incident;
  const { ask, compose } = useAsk();
  const { draft, keep } = useUpdateDraft(number, room.me.id);
  const acting = useActing();
  const clock = useServerClock();
  const [from] = useState(phase);
  const [legal] = useState(() => legalMoves(room.incident, clock.now()));
  const order: Phase[] = ['investigating', 'identified', 'mitigating', 'monitoring', 'resolved', 'closed', 'cancelled'];
  const forward = order.find((each) => legal.includes(each) && order.indexOf(each) > order.indexOf(from));
  const [to, setTo] = useState<Phase>(wanted ?? forward ?? legal[0] ?? from);
  const asksWhy = moves[from][to] === 'reason';
  const move = (reason: string | null) => acting.run('change-phase', { to, from, reason }, `Now ${to}`);
  const writeClosing = () => {
    keep(draft ? { ...draft, phase: 'resolved' } : closing(room.incident));
    compose(true);
    return Promise.resolve(true);
  };
  if (legal.length === 0) {
    return (
      <ActDialog
        title="Phase"
        submit="Change phase"
        acting={acting}
        blocked={hintOf(from, room.incident)}
        onSubmit={() => Promise.resolve(true)}
      >
        <EmptyState title={`It is ${from}`}>
          {Object.keys(moves[from]).length === 0
            ? 'Nothing comes after that.'
            : 'It ended more than 7 days ago. If it is back, declare a new incident.'}
        </EmptyState>
      </ActDialog>
    );
  }
  return (
    <ActDialog
      title={isOpen(from) ? 'Where are we now?' : 'Go on from here'}
      description={`It is ${from}: ${lower(hintOf(from, room.incident))}`}
      submit={to === 'resolved' ? 'Write the closing update' : `Move to ${to}`}
      tone={to === 'cancelled' ? 'danger' : 'primary'}
      acting={acting}
      blocked={whyNot(room).ever ?? (from === phase ? null : `Somebody moved it to ${phase} meanwhile.`)}
      aside={
        whyNot(room).open === null && (
          <Button
            tone="plain"
            className="max-md:hidden"
            hotkey={{ keys: 'p', label: 'Page somebody', inDialog: true, hidden: true }}
            onClick={() => ask({ kind: 'page' })}
          >
            Page somebody instead
          </Button>
        )
      }
      onSubmit={(form) => (to === 'resolved' ? writeClosing() : move(textOf(form, 'reason') || null))}
    >
      <RadioCards
        name="to"
        legend="Phase"
        hideLegend
        value={to}
        onChange={(value) => setTo(value as Phase)}
        options={order
          .filter((each) => legal.includes(each))
          .map((each) => ({ value: each, label: each, hint: hintOf(each, room.incident) }))}
      />
      {severityUnsure && isOpen(to) && (
        <div className="flex items-center gap-3 rounded-md bg-medium-wash px-3 py-1.5 text-xs">
          <span className="flex-1">How bad it is was not settled yet. Until then it counts as {severity}.</span>
          <Button size="sm" onClick={() => ask({ kind: 'severity' })}>
            Settle the severity
          </Button>
        </div>
      )}
      {asksWhy && (
        <TextField
          name="reason"
          label={to === 'cancelled' ? 'Why was it a false alarm?' : 'Why does it start again?'}
          maxLength={1_000}
          error={wrong(acting, 'reason')}
        />
      )}
    </ActDialog>
  );
}

/** What a phase means here: where a postmortem is owed, the end is not the end of it. */
function hintOf(phase: Phase, incident: Incident): string {
  const { postmortemHours } = incident.policy.rules[incident.severity];
  if (postmortemHours === null || (phase !== 'resolved' && phase !== 'closed')) return meanings[phase];
  return `${meanings[phase]} A postmortem is owed ${phase === 'resolved' ? `within ${hoursWords(postmortemHours)}` : 'still'}.`;
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
