'use client';

import { useLayoutEffect, useRef, useState } from 'react';
import { useRoom } from '@/components/live/room-context';
import { textOf } from '@/components/submit/text-of';
import { SelectField, TextArea } from '@/components/ui/field';
import { PeoplePicker } from '@/components/ui/people-picker';
import { useNow } from '@/components/ui/server-clock';
import { briefOf } from '@/lib/core/incident/brief';
import { followBrief } from '@/lib/core/incident/follow-brief';
import { commanderKey } from '@/lib/core/incident/incident';
import { instantOf } from '@/lib/core/instant';
import { ActDialog, wrong } from '../act-dialog';
import { movedCaret } from '../moved-caret';
import { useActing } from '../use-acting';
import { whyNot } from '../why-not';
import { candidates } from './who';

/** The first phase of a handover: a brief written from the incident, edited by whoever gives. */
export default function HandoverDialog({ role: wanted }: { role?: string }) {
  const room = useRoom();
  const { incident, roles, me } = room;
  const acting = useActing();
  const mine = Object.values(incident.roles).filter(({ holder }) => holder.id === me.id);
  const [chosen, setChosen] = useState(
    () => wanted ?? (mine.find(({ role }) => role.key === commanderKey) ?? mine[0])?.role.key ?? '',
  );
  const field = useRef<HTMLTextAreaElement>(null);
  const caret = useRef({ text: '', at: 0 });
  const now = useNow(10_000);
  const live = briefOf(incident, roles, instantOf(now));
  const [typed, setTyped] = useState<{ text: string; from: string } | null>(null);
  const brief = typed ? followBrief(typed.text, typed.from, live) : live;

  useLayoutEffect(() => {
    const { text, at } = caret.current;
    const area = field.current;
    if (!area || text === brief || document.activeElement !== area) return;
    const to = movedCaret(text, brief, at);
    area.setSelectionRange(to, to);
    caret.current = { text: brief, at: to };
  }, [brief]);

  const blocked =
    whyNot(room).handOver ??
    (mine.some(({ role }) => role.key === chosen) ? null : 'You do not hold this role any more.');
  return (
    <ActDialog
      title="Hand over"
      description="You hold the role until the other accepts. The offer lapses after ten minutes."
      submit="Offer handover"
      size="lg"
      acting={acting}
      blocked={blocked}
      onSubmit={(form) =>
        acting.run(
          'offer-handover',
          { role: chosen, to: textOf(form, 'to'), brief: textOf(form, 'brief') },
          'Handover offered',
        )
      }
    >
      <div className="grid gap-4 md:grid-cols-2">
        <PeoplePicker
          name="to"
          label="To"
          people={candidates(room).filter(({ id }) => id !== me.id)}
          error={wrong(acting, 'to') && 'Choose who takes over.'}
        />
        {mine.length > 1 && (
          <SelectField name="role" label="Role" value={chosen} onChange={(event) => setChosen(event.target.value)}>
            {mine.map(({ role }) => (
              <option key={role.key} value={role.key}>
                {role.name}
              </option>
            ))}
          </SelectField>
        )}
      </div>
      <TextArea
        name="brief"
        label="Brief"
        hint="It follows the room while you write. Add what only you know: it stays. Times are in UTC."
        ref={field}
        value={brief}
        onChange={({ target }) => {
          caret.current = { text: target.value, at: target.selectionStart };
          setTyped({ text: target.value, from: live });
        }}
        onSelect={({ currentTarget }) => (caret.current = { text: brief, at: currentTarget.selectionStart })}
        rows={14}
        error={wrong(acting, 'brief')}
      />
    </ActDialog>
  );
}
