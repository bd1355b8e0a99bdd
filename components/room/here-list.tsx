'use client';

import { useRoom } from '@/components/live/room-context';
import { Avatar } from '@/components/ui/avatar';
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

/** Everyone who is in the room, myself last, and where each of them looks. */
export function HereList() {
  const { me, present } = useRoom();
  return (
    <ul aria-label="Here now" className="flex flex-col">
      {everyoneHere(present, me.id).map((each) => (
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
  );
}

export function everyoneHere(present: readonly Present[], me: string): Present[] {
  return [...present.filter(({ person }) => person.id !== me), ...present.filter(({ person }) => person.id === me)];
}

function whereOf({ looking, typing }: Present): string {
  return typing ? 'writing an update' : (places[looking] ?? 'in the room');
}
