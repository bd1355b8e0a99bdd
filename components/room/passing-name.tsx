'use client';

import { useState } from 'react';
import { cx } from '@/components/ui/cx';
import { type PersonRef } from '@/lib/core/access/actor';

type PassingNameProps = { person: PersonRef; className?: string };

/** Whoever holds a role. When it passes, the former name goes out as the next one comes in; the first one stands still. */
export function PassingName({ person, className }: PassingNameProps) {
  const [{ now, former }, set] = useState<{ now: PersonRef; former: PersonRef | null }>({ now: person, former: null });
  if (now.id !== person.id) set({ now: person, former: now });
  return (
    <span className={cx('relative inline-block max-w-full truncate align-bottom', className)}>
      <span
        key={now.id}
        data-passed={former !== null}
        className={cx('inline-block', former && 'animate-pass-in')}
        onAnimationEnd={() => set({ now, former: null })}
      >
        {now.name}
      </span>
      {former && (
        <span aria-hidden="true" className="absolute inset-y-0 left-0 animate-pass-out whitespace-nowrap">
          {former.name}
        </span>
      )}
    </span>
  );
}
