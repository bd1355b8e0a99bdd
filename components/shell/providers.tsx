'use client';

import type { ReactNode } from 'react';
import { KeyHelpHost } from '../keys/key-help-host';
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
        <KeyHelpHost />
        <Toasts />
        <Tips />
      </Keys>
    </ServerClock>
  );
}
