'use client';

import { useState } from 'react';
import { useRoom } from '@/components/live/room-context';
import { MultiCombobox } from '@/components/ui/multi-combobox';
import { RadioCards } from '@/components/ui/radio-cards';
import { ActDialog, wrong } from '../act-dialog';
import { useActing } from '../use-acting';

/** Who sees it. Somebody left out is put out of the room at once. */
export default function AccessDialog() {
  const { incident, people, me } = useRoom();
  const acting = useActing();
  const [from] = useState({ private: incident.private, visibleTo: incident.visibleTo.map(({ id }) => id) });
  const [secret, setSecret] = useState(incident.private);
  const [visibleTo, setVisibleTo] = useState(() => {
    if (from.private) return from.visibleTo;
    const inside = [
      ...Object.keys(incident.responders),
      ...Object.values(incident.roles).map(({ holder }) => holder.id),
    ];
    return [...new Set([me.id, ...inside])];
  });
  return (
    <ActDialog
      title="Who sees this incident"
      submit="Save access"
      acting={acting}
      onSubmit={() =>
        acting.run('change-access', { private: secret, visibleTo: secret ? visibleTo : [], from }, 'Access changed')
      }
    >
      <RadioCards
        name="private"
        legend="Access"
        hideLegend
        value={secret ? 'private' : 'open'}
        onChange={(value) => setSecret(value === 'private')}
        options={[
          { value: 'open', label: 'Everyone who signs in' },
          { value: 'private', label: 'Named people and administrators', hint: 'It appears nowhere for anybody else.' },
        ]}
      />
      {secret && (
        <MultiCombobox
          name="visibleTo"
          label="People"
          options={people.map(({ id, name }) => ({ value: id, label: name }))}
          value={visibleTo}
          onChange={setVisibleTo}
          error={wrong(acting, 'visibleTo')}
        />
      )}
    </ActDialog>
  );
}
