'use client';

import { useState } from 'react';
import { useRoom } from '@/components/live/room-context';
import { MultiCombobox } from '@/components/ui/multi-combobox';
import { ActDialog, wrong } from '../act-dialog';
import { useActing } from '../use-acting';

/** Which services are hurt. What others add meanwhile stays: only what is changed here is sent. */
export default function ServicesDialog() {
  const { incident, services } = useRoom();
  const acting = useActing();
  const [before] = useState(() => incident.services.map(({ id }) => id));
  const [chosen, setChosen] = useState<string[]>(before);
  return (
    <ActDialog
      title="Change the services"
      submit="Save services"
      acting={acting}
      onSubmit={() =>
        acting.run(
          'change-services',
          {
            add: chosen.filter((id) => !before.includes(id)),
            remove: before.filter((id) => !chosen.includes(id)),
          },
          'Services changed',
        )
      }
    >
      <MultiCombobox
        name="services"
        label="Services"
        hint="Their owning teams are told by policy."
        options={services.map(({ id, name }) => ({ value: id, label: name }))}
        value={chosen}
        onChange={setChosen}
        error={wrong(acting, 'add')}
      />
    </ActDialog>
  );
}
