'use client';

import { Check, CornerDownLeft, X } from 'lucide-react';
import { useRoom } from '@/components/live/room-context';
import { Avatar } from '@/components/ui/avatar';
import { Badge } from '@/components/ui/badge';
import { LiveDial } from '@/components/ui/live-dial';
import { Section } from '@/components/ui/section';
import { type Task } from '@/lib/core/incident/incident';
import { isOpen } from '@/lib/core/incident/phases';
import { MINUTE, msOf } from '@/lib/core/instant';
import { ActButton } from './act-button';
import { useAsk } from './ask';
import { whyNot } from './why-not';

/** Ended tasks shown at once. */
const endedShown = 20;

/** Who does what until when, soonest first; what came back stands on top. */
export function TasksPanel() {
  const room = useRoom();
  const { incident } = room;
  const { ask } = useAsk();
  const open = incident.tasks
    .filter(({ endedAt }) => endedAt === null)
    .sort((a, b) => (a.dueAt < b.dueAt ? -1 : a.dueAt > b.dueAt ? 1 : 0));
  const ended = incident.tasks.filter(({ endedAt }) => endedAt !== null).reverse();
  return (
    <Section
      title="Tasks"
      count={open.length}
      action={
        <ActButton size="sm" tone="plain" reason={whyNot(room).open} onClick={() => ask({ kind: 'task' })}>
          Assign
        </ActButton>
      }
    >
      {open.length + ended.length === 0 && (
        <p className="py-1.5 text-muted">
          {isOpen(incident.phase)
            ? 'A task has a name, a person and a time box. When the time is up it comes back.'
            : 'None was given.'}
        </p>
      )}
      <ul>
        {open.map((task) => (
          <TaskRow key={task.id} task={task} />
        ))}
      </ul>
      {ended.length > 0 && (
        <details className="text-xs">
          <summary className="min-h-6 py-1 text-muted select-none hover:text-ink">{ended.length} ended</summary>
          <ul>
            {ended.slice(0, endedShown).map((task) => (
              <EndedRow key={task.id} task={task} />
            ))}
          </ul>
        </details>
      )}
    </Section>
  );
}

function TaskRow({ task }: { task: Task }) {
  const { incident, me } = useRoom();
  const { ask } = useAsk();
  const open = isOpen(incident.phase);
  const mine = task.assignee.id === me.id;
  return (
    <li className="border-b border-line last:border-b-0">
      <button
        type="button"
        onClick={() => ask({ kind: 'task-detail', id: task.id })}
        className="-mx-1.5 flex min-h-9 w-[calc(100%+0.75rem)] items-center gap-2.5 rounded-sm px-1.5 py-1 text-left hover:bg-raised max-md:min-h-11"
      >
        <Avatar id={task.assignee.id} name={task.assignee.name} />
        <span className="line-clamp-2 min-w-0 flex-1">{task.title}</span>
        {task.state === 'understood' && (
          <span data-tip={task.readBack ?? ''} className="shrink-0 text-xs text-muted">
            understood
          </span>
        )}
        {task.state === 'given' && mine && open && <Badge tone="accent">read it back</Badge>}
        {!open ? (
          <Badge>left open</Badge>
        ) : task.state === 'back' ? (
          <Badge tone="overdue" icon={<CornerDownLeft aria-hidden="true" />}>
            time is up
          </Badge>
        ) : (
          <LiveDial dueAt={msOf(task.dueAt)} cadenceMs={15 * MINUTE} size={16} word={false} />
        )}
      </button>
    </li>
  );
}

function EndedRow({ task }: { task: Task }) {
  const done = task.state === 'done';
  return (
    <li className="flex items-start gap-2 border-b border-line py-1.5 last:border-b-0">
      {done ? (
        <Check className="mt-0.5 size-3.5 shrink-0 text-done" role="img" aria-label="done" />
      ) : (
        <X className="mt-0.5 size-3.5 shrink-0 text-muted" role="img" aria-label="cancelled" />
      )}
      <span className="min-w-0 flex-1 wrap-anywhere">
        {task.title} <span className="text-muted">· {task.assignee.name}</span>
        {task.result && <span className="block text-muted">{task.result}</span>}
      </span>
    </li>
  );
}
