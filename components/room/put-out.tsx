'use client';

import { useRoom } from '@/components/live/room-context';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';

/** Access ended while the page was open: nothing of the incident stays on it. */
export function PutOut() {
  const { incident } = useRoom();
  return (
    <div className="px-4 py-16 md:px-8">
      <EmptyState
        title={`You no longer see INC-${incident.number}`}
        action={
          <Button tone="primary" href="/">
            Go to the board
          </Button>
        }
      >
        It is visible to named people only. Ask whoever commands it, or an administrator, to name you.
      </EmptyState>
    </div>
  );
}
