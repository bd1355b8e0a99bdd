'use client';

import { Button } from '@/components/ui/button';
import { Time } from '@/components/ui/time';
import { type Update } from '@/lib/core/incident/incident';
import { EstimateWords } from './estimate-words';

/** Somebody posted while another wrote: theirs stands beside each field, and posting waits until it was read. */
export function TheirUpdate({ update, onRead }: { update: Update; onRead: () => void }) {
  return (
    <div role="alert" className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-md bg-accent-wash px-3 py-2">
      <p className="measure min-w-0 flex-1">
        <span className="font-medium">{update.by.name} posted an update</span> at <Time at={update.at} form="clock" />{' '}
        while you were writing. Theirs stands beside yours; nothing of yours is lost. Their estimate:{' '}
        <EstimateWords estimate={update.estimate} />.
      </p>
      <Button onClick={onRead}>I have read it, mine goes on</Button>
    </div>
  );
}
