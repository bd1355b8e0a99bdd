'use client';

import { CalendarClock } from 'lucide-react';
import { useState } from 'react';
import { Verb } from '@/components/keys/verb';
import { useRoom } from '@/components/live/room-context';
import { textOf } from '@/components/submit/text-of';
import { Button } from '@/components/ui/button';
import { DateTimeField } from '@/components/ui/field';
import { IconButton } from '@/components/ui/icon-button';
import { Popover } from '@/components/ui/popover';
import { fromWall, toWall } from './moment-text';
import { type TimelineReading } from './use-timeline';

/** Goes to a moment of the incident, however far away. */
export function LeapPopover({ reading }: { reading: TimelineReading }) {
  const { asked, go } = reading;
  const { incident } = useRoom();
  const [open, setOpen] = useState(false);
  const leap = (at: string | null) => {
    if (at) go(asked, { at });
    else go(asked);
    setOpen(false);
  };
  return (
    <>
      <Verb label="Jump to a moment" group="Timeline" run={() => setOpen(true)} />
      <Popover
        label="Jump to a moment"
        align="end"
        open={open}
        onOpenChange={setOpen}
        trigger={<IconButton size="sm" label="Jump to a moment" icon={<CalendarClock />} />}
      >
        <form
          className="flex flex-col gap-3"
          onSubmit={(event) => {
            event.preventDefault();
            const at = fromWall(textOf(new FormData(event.currentTarget), 'at'));
            if (at) leap(at);
          }}
        >
          <DateTimeField label="Jump to" name="at" step={1} defaultValue={toWall(incident.declaredAt)} required />
          <div className="flex flex-wrap gap-2">
            <Button type="submit" tone="primary" size="sm">
              Jump
            </Button>
            <Button size="sm" onClick={() => leap(incident.declaredAt)}>
              Declaration
            </Button>
            <Button size="sm" onClick={() => leap(null)}>
              Newest
            </Button>
          </div>
        </form>
      </Popover>
    </>
  );
}
