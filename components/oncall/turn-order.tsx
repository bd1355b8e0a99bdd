'use client';

import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { flushSync } from 'react-dom';
import { Avatar } from '@/components/ui/avatar';
import { Combobox } from '@/components/ui/combobox';
import { FocusHeir } from '@/components/ui/focus-heir';
import { IconButton } from '@/components/ui/icon-button';

type TurnOrderProps = {
  name: string;
  people: readonly { id: string; name: string; hint: string }[];
  value: readonly string[];
  onChange: (next: string[]) => void;
  error: string | null;
};

/** People in the order in which they take turns. */
export function TurnOrder({ name, people, value, onChange, error }: TurnOrderProps) {
  const known = new Map(people.map((person) => [person.id, person]));
  const move = (button: HTMLElement, index: number, by: 1 | -1) => {
    const next = [...value];
    const [moved] = next.splice(index, 1);
    if (moved === undefined || index + by < 0 || index + by > next.length) return;
    next.splice(index + by, 0, moved);
    flushSync(() => onChange(next));
    // The row moved and the focus goes with it.
    button.focus();
  };
  return (
    <FocusHeir className="flex flex-col gap-1.5">
      <Combobox
        name={name}
        label="Who takes turns, in this order"
        placeholder="Add a person"
        options={people
          .filter(({ id }) => !value.includes(id))
          .map(({ id, name: label, hint }) => ({
            value: id,
            label,
            hint,
            lead: <Avatar id={id} name={label} size={20} silent />,
          }))}
        value=""
        onChange={(id) => onChange([...value, id])}
        error={error}
      />
      <ol aria-label="Order of turns">
        {value.map((id, index) => {
          const person = known.get(id) ?? { id, name: 'Somebody unknown' };
          return (
            <li key={id} className="flex min-h-9 items-center gap-2 border-b border-line">
              <span className="tnum w-5 text-xs text-muted">{index + 1}</span>
              <Avatar id={person.id} name={person.name} size={24} silent />
              <span className="min-w-0 flex-1 truncate">{person.name}</span>
              <IconButton
                size="sm"
                label={`Move ${person.name} up`}
                icon={<ArrowUp />}
                aria-disabled={index === 0 || undefined}
                onClick={(event) => move(event.currentTarget, index, -1)}
              />
              <IconButton
                size="sm"
                label={`Move ${person.name} down`}
                icon={<ArrowDown />}
                aria-disabled={index === value.length - 1 || undefined}
                onClick={(event) => move(event.currentTarget, index, 1)}
              />
              <IconButton
                size="sm"
                label={`Take ${person.name} out`}
                icon={<X />}
                onClick={() => onChange(value.filter((each) => each !== id))}
              />
            </li>
          );
        })}
      </ol>
    </FocusHeir>
  );
}
