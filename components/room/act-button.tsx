'use client';

import { type ComponentProps } from 'react';
import { Button } from '@/components/ui/button';

type ActButtonProps = ComponentProps<typeof Button> & {
  /** Why it does nothing now: shown as its tip. */
  reason?: string | null;
};

/** A button that says why it cannot be pressed instead of going stale or away. */
export function ActButton({ reason, hotkey, onClick, ...rest }: ActButtonProps) {
  const able = !reason;
  return (
    <Button
      {...rest}
      {...(!able && { 'data-tip': reason })}
      hotkey={hotkey && { group: 'Room', when: able, ...hotkey }}
      aria-disabled={able ? undefined : true}
      onClick={able ? onClick : undefined}
    />
  );
}
