'use client';

import { useState } from 'react';
import { useRoom } from '@/components/live/room-context';
import { PeoplePicker } from '@/components/ui/people-picker';
import { RadioCards } from '@/components/ui/radio-cards';
import { owedRoles } from '@/lib/core/incident/roles';
import { ActDialog, wrong } from '../act-dialog';
import { useActing } from '../use-acting';
import { whyNot } from '../why-not';
import { candidates } from './who';

/** Taking a free role oneself, or putting somebody into it. Held ones pass by handover. */
export default function RoleDialog({ role: wanted }: { role?: string }) {
  const room = useRoom();
  const { incident, roles, me } = room;
  const acting = useActing();
  const owed = new Set(owedRoles(incident, roles).map(({ key }) => key));
  const free = roles.filter(({ key }) => !incident.roles[key]);
  const [chosen, setChosen] = useState(wanted ?? free.find(({ key }) => owed.has(key))?.key ?? free[0]?.key ?? '');
  const [person, setPerson] = useState(me.id);
  const role = roles.find(({ key }) => key === chosen);
  const mine = person === me.id;
  const taken = incident.roles[chosen];
  const blocked =
    whyNot(room).open ??
    (taken
      ? `${taken.holder.name} is ${taken.role.name.toLowerCase()} by now. Choose another, or ask for a handover.`
      : null) ??
    (free.length === 0 ? 'Every role is held. Roles pass by handover.' : null);
  return (
    <ActDialog
      title="Take or assign a role"
      submit={mine ? 'Take role' : 'Assign role'}
      acting={acting}
      blocked={blocked}
      onSubmit={() =>
        mine
          ? acting.run('take-role', { role: chosen }, `You are ${role?.name.toLowerCase() ?? chosen}`)
          : acting.run('assign-role', { role: chosen, person }, 'Role assigned')
      }
    >
      <RadioCards
        name="role"
        legend="Role"
        columns={free.length % 2 === 0 ? 2 : 1}
        value={chosen}
        onChange={setChosen}
        error={wrong(acting, 'role')}
        options={free.map(({ key, name }) => ({ value: key, label: name, hint: owed.has(key) ? 'owed' : undefined }))}
      />
      <PeoplePicker
        name="person"
        label="Who"
        people={candidates(room)}
        value={person}
        onChange={setPerson}
        error={wrong(acting, 'person')}
      />
      {mine && role && <p className="measure text-xs text-muted">{role.instructions}</p>}
    </ActDialog>
  );
}
