'use client';

import { useState } from 'react';
import { useRoom } from '@/components/live/room-provider';
import { textOf } from '@/components/submit/text-of';
import { EmptyState } from '@/components/ui/empty-state';
import { TextField } from '@/components/ui/field';
import { RadioCards } from '@/components/ui/radio-cards';
import { useServerClock } from '@/components/ui/server-clock';
import { isOpen, moves, type Phase } from '@/lib/core/incident/phases';
import { ActDialog, wrong } from '../act-dialog';
import { legalMoves } from '../legal-moves';
import { useActing } from '../use-acting';
import { whyNot } from '../why-not';

const meanings: Record<Phase, string> = {
  triage: 'How bad is it, and whose is it?',
  investigating: 'We look for the cause.',
  identified: 'We know the cause.',
  mitigating: 'We are stopping the harm.',
  monitoring: 'The harm has stopped; we watch.',
  resolved: 'It is over. Nothing is owed any more.',
  closed: 'Nothing is left to do.',
  cancelled: 'It was a false alarm.',
  merged: 'It goes on in another incident.',
};

/** Where the incident goes next: only legal moves are offered, and the likeliest is chosen already. */
export default function PhaseDialog({ to: wanted }: { to?: Phase }) {
  const room = useRoom();
  const { phase } = room.incident;
  const acting = useActing();
  const clock = useServerClock();
  const [from] = useState(phase);
  const [legal] = useState(() => legalMoves(room.incident, clock.now()));
  const order: Phase[] = ['investigating', 'identified', 'mitigating', 'monitoring', 'resolved', 'closed', 'cancelled'];
  const forward = order.find((each) => legal.includes(each) && order.indexOf(each) > order.indexOf(from));
  const [to, setTo] = useState<Phase>(wanted ?? forward ?? legal[0] ?? from);
  const asksWhy = moves[from][to] === 'reason';
  if (legal.length === 0) {
    return (
      <ActDialog
        title="Phase"
        submit="Change phase"
        acting={acting}
        blocked={meanings[from]}
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
      description={`It is ${from}: ${lower(meanings[from])}`}
      submit={`Move to ${to}`}
      tone={to === 'cancelled' ? 'danger' : 'primary'}
      acting={acting}
      blocked={whyNot(room).ever ?? (from === phase ? null : `Somebody moved it to ${phase} meanwhile.`)}
      onSubmit={(form) => acting.run('change-phase', { to, from, reason: textOf(form, 'reason') || null }, `Now ${to}`)}
    >
      <RadioCards
        name="to"
        legend="Phase"
        hideLegend
        value={to}
        onChange={(value) => setTo(value as Phase)}
        options={order
          .filter((each) => legal.includes(each))
          .map((each) => ({ value: each, label: each, hint: meanings[each] }))}
      />
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

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
