'use client';

import { BellRing } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { Button } from '@/components/ui/button';
import { notificationState, switchNotifications, watchNotificationState } from './browser-notification';

/** Whether notices also show outside the page; asked for by a click, never on arrival. */
export function NotificationSwitch() {
  const state = useSyncExternalStore(watchNotificationState, notificationState, () => 'unavailable' as const);
  if (state === 'unavailable') return null;
  if (state === 'blocked')
    return (
      <p className="text-xs text-muted">
        This browser blocks notifications here. Allow them in the address bar’s menu.
      </p>
    );
  const on = state === 'on';
  return (
    <Button size="sm" tone="plain" icon={<BellRing />} aria-pressed={on} onClick={() => void switchNotifications(!on)}>
      {on ? 'Stop showing outside this page' : 'Also show outside this page'}
    </Button>
  );
}
