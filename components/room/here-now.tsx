'use client';

import { useRoom } from '@/components/live/room-context';
import { AvatarStack } from '@/components/ui/avatar';
import { Popover } from '@/components/ui/popover';
import { everyoneHere, HereList } from './here-list';

/** Who is in the room; pressed, where each of them looks. */
export function HereNow() {
  const { me, present } = useRoom();
  const all = everyoneHere(present, me.id);
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
      <HereList />
    </Popover>
  );
}
