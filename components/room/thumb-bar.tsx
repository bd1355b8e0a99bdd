'use client';

import {
  Equal,
  ListPlus,
  PenLine,
  Vote,
  StickyNote,
  AlarmClock,
  Signpost,
  Gauge,
  MoreHorizontal,
  PhoneOutgoing,
} from 'lucide-react';
import { type ReactNode } from 'react';
import { useRoom } from '@/components/live/room-context';
import { cx } from '@/components/ui/cx';
import { Menu, MenuDivider, MenuItem } from '@/components/ui/menu';
import { useAsk } from './ask';
import { SeldomItems } from './seldom-items';
import { whyNot } from './why-not';

/** The same acts within reach of a thumb. */
export function ThumbBar() {
  const room = useRoom();
  const { ask, compose } = useAsk();
  const { ever, open, noChange, snooze } = whyNot(room);
  return (
    <div
      data-thumb-bar
      role="group"
      aria-label="Acts"
      className="fixed inset-x-0 bottom-0 z-30 grid grid-cols-4 border-t border-line bg-ground pb-[env(safe-area-inset-bottom)] md:hidden print:hidden"
    >
      <Thumb
        icon={<PenLine />}
        reason={ever}
        strong
        onPress={() => {
          compose(true);
          document.getElementById('now')?.scrollIntoView({ block: 'start' });
        }}
      >
        Update
      </Thumb>
      <Thumb icon={<Equal />} reason={noChange} onPress={() => ask({ kind: 'no-change' })}>
        No change
      </Thumb>
      <Thumb icon={<ListPlus />} reason={open} onPress={() => ask({ kind: 'task' })}>
        Task
      </Thumb>
      <Menu
        label="More acts"
        align="end"
        side="top"
        trigger={
          <button type="button" className={thumb}>
            <MoreHorizontal aria-hidden="true" />
            More
          </button>
        }
      >
        <MenuItem icon={<PhoneOutgoing />} disabled={open !== null} onSelect={() => ask({ kind: 'page' })}>
          Page somebody
        </MenuItem>
        <MenuItem icon={<Vote />} disabled={open !== null} onSelect={() => ask({ kind: 'decision' })}>
          Propose a decision
        </MenuItem>
        <MenuItem icon={<StickyNote />} disabled={ever !== null} onSelect={() => ask({ kind: 'note' })}>
          Add an event
        </MenuItem>
        <MenuItem icon={<Signpost />} disabled={ever !== null} onSelect={() => ask({ kind: 'phase' })}>
          Change the phase
        </MenuItem>
        <MenuItem icon={<Gauge />} disabled={open !== null} onSelect={() => ask({ kind: 'severity' })}>
          Change the severity
        </MenuItem>
        <MenuItem icon={<AlarmClock />} disabled={snooze !== null} onSelect={() => ask({ kind: 'snooze' })}>
          Snooze the update
        </MenuItem>
        <MenuDivider />
        <SeldomItems />
      </Menu>
    </div>
  );
}

const thumb =
  'flex h-14 w-full flex-col items-center justify-center gap-0.5 text-xs outline-none focus-visible:bg-raised aria-disabled:opacity-45 [&_svg]:size-5';

type ThumbProps = {
  icon: ReactNode;
  reason: string | null;
  strong?: boolean;
  onPress: () => void;
  children: ReactNode;
};

function Thumb({ icon, reason, strong, onPress, children }: ThumbProps) {
  return (
    <button
      type="button"
      aria-disabled={reason ? true : undefined}
      onClick={reason ? undefined : onPress}
      className={cx(thumb, strong && !reason && 'text-accent')}
    >
      {icon}
      {children}
    </button>
  );
}
