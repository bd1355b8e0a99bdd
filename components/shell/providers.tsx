'use client';

import type { ReactNode } from 'react';
import { Keys } from '../keys/keys';
import { ServerClock } from '../ui/server-clock';
import { Tips } from '../ui/tips';
import { Toasts } from '../ui/toast';

type ProvidersProps = { now: number; zone: string; keysOn: boolean; children: ReactNode };

/** What every page stands on: the clock, the keys, tips and toasts. */
export function Providers({ now, zone, keysOn, children }: ProvidersProps) {
  return (
    <ServerClock root now={now} zone={zone}>
      <Keys on={keysOn}>
        {children}
        <Toasts />
        <Tips />
      </Keys>
    </ServerClock>
  );
}
