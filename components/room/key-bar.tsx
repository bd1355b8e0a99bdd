'use client';

import { useRoom } from '@/components/live/room-context';
import { commanderOf } from '@/lib/core/incident/incident';
import { ActButton } from './act-button';
import { useAsk } from './ask';
import { useUpdateDraft } from './update-draft';
import { whyNot } from './why-not';

/** The acts of every quarter of an hour, each with its key. On the desk they stand under the timeline. */
export function KeyBar() {
  const room = useRoom();
  const { incident, me } = room;
  const { ask, composing, compose } = useAsk();
  const { draft } = useUpdateDraft(incident.number, me.id);
  const { ever, open, noChange, snooze } = whyNot(room);
  const commanded = commanderOf(incident) !== null;
  return (
    <div
      role="group"
      aria-label="Acts"
      className="flex flex-wrap items-center gap-2 border-t border-line px-6 py-2.5 max-md:hidden"
    >
      <ActButton
        tone={commanded && !open && !composing ? 'primary' : 'quiet'}
        reason={ever}
        aria-pressed={composing}
        hotkey={{ keys: 'u', label: 'Write update' }}
        onClick={() => compose(true)}
      >
        {draft && !composing ? 'Go on with update' : 'Write update'}
      </ActButton>
      <ActButton
        reason={noChange}
        hotkey={{ keys: 'n', label: 'Confirm no change' }}
        onClick={() => ask({ kind: 'no-change' })}
      >
        No change
      </ActButton>
      <ActButton reason={open} hotkey={{ keys: 't', label: 'Assign a task' }} onClick={() => ask({ kind: 'task' })}>
        Task
      </ActButton>
      <ActButton
        reason={open}
        hotkey={{ keys: 'x', label: 'Propose a decision' }}
        onClick={() => ask({ kind: 'decision' })}
      >
        Decision
      </ActButton>
      <ActButton reason={ever} hotkey={{ keys: 'e', label: 'Add an event' }} onClick={() => ask({ kind: 'note' })}>
        Event
      </ActButton>
      <span className="flex-1" />
      <ActButton
        tone="plain"
        reason={snooze}
        hotkey={{ keys: 'z', label: 'Snooze the update' }}
        onClick={() => ask({ kind: 'snooze' })}
      >
        Snooze
      </ActButton>
      <ActButton
        tone="plain"
        reason={open}
        hotkey={{ keys: 's', label: 'Change the severity' }}
        onClick={() => ask({ kind: 'severity' })}
      >
        Severity
      </ActButton>
      <ActButton
        tone="plain"
        reason={ever}
        hotkey={{ keys: 'p', label: 'Change the phase' }}
        onClick={() => ask({ kind: 'phase' })}
      >
        Phase
      </ActButton>
    </div>
  );
}
