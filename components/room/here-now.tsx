'use client';

import { useRoom } from '@/components/live/room-provider';
import { Avatar, AvatarStack } from '@/components/ui/avatar';
import { Popover } from '@/components/ui/popover';
import { type Present } from '@/lib/live/contract';

const places: Record<string, string> = {
  update: 'at the update',
  'no-change': 'confirming no change',
  note: 'adding an event',
  task: 'assigning a task',
  'task-detail': 'reading a task',
  handover: 'handing over',
  severity: 'weighing the severity',
  phase: 'choosing the phase',
  decision: 'proposing a decision',
  objection: 'objecting',
};

/** Who is in the room; pressed, where each of them looks. */
export function HereNow() {
  const { me, present } = useRoom();
  const others = present.filter(({ person }) => person.id !== me.id);
  const all = [...others, ...present.filter(({ person }) => person.id === me.id)];
  if (all.length === 0) return null;
  return (
    <Popover
      label="Here now"
      align="end"
      width="sm"
      trigger={
        <button type="button" className="flex h-control-sm items-center rounded-sm px-1 hover:bg-raised max-md:hidden">
          <span className="sr-only">Here now: </span>
          <AvatarStack people={all.map(({ person }) => person)} max={5} />
        </button>
      }
    >
      <ul className="flex flex-col">
        {all.map((each) => (
          <li key={each.person.id} className="flex min-h-8 items-center gap-2.5">
            <Avatar id={each.person.id} name={each.person.name} size={20} silent />
            <span className="min-w-0 flex-1 truncate">
              {each.person.name}
              {each.person.id === me.id && <span className="text-muted"> (you)</span>}
            </span>
            <span className="text-xs text-muted">{whereOf(each)}</span>
          </li>
        ))}
      </ul>
    </Popover>
  );
}

function whereOf({ looking, typing }: Present): string {
  return typing ? 'writing an update' : (places[looking] ?? 'in the room');
}
