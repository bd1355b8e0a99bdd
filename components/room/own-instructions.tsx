'use client';

import { useState } from 'react';
import { useRoom } from '@/components/live/room-context';
import { useNow } from '@/components/ui/server-clock';
import { isOpen } from '@/lib/core/incident/phases';
import { MINUTE, msOf } from '@/lib/core/instant';

/** Freshly taken, a role's instructions stand open for this long; later they are one press away. */
const freshMs = 3 * MINUTE;

/** What my roles ask of me. Shown to whoever holds one, and to nobody else. */
export function OwnInstructions() {
  const { incident, roles, me } = useRoom();
  if (!isOpen(incident.phase)) return null;
  const mine = Object.values(incident.roles).filter(({ holder }) => holder.id === me.id);
  return mine.map(({ role, since }) => {
    const instructions = roles.find(({ key }) => key === role.key)?.instructions;
    return instructions ? (
      <Instructions key={role.key} name={role.name} text={instructions} since={msOf(since)} />
    ) : null;
  });
}

function Instructions({ name, text, since }: { name: string; text: string; since: number }) {
  const now = useNow(10_000);
  const [chosen, setChosen] = useState<boolean | null>(null);
  const open = chosen ?? now - since < freshMs;
  return (
    <details open={open} className="mt-1 rounded-md bg-accent-wash text-xs open:px-3 open:py-2 not-open:bg-transparent">
      <summary
        onClick={(event) => {
          event.preventDefault();
          setChosen(!open);
        }}
        className="min-h-6 py-1 text-muted select-none hover:text-ink"
      >
        What a {name.toLowerCase()} does
      </summary>
      <p className="measure pb-1 text-sm text-ink">{text}</p>
    </details>
  );
}
