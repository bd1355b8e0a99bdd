'use client';

import { useState } from 'react';
import { useRoom } from '@/components/live/room-context';
import { textOf } from '@/components/submit/text-of';
import { Avatar } from '@/components/ui/avatar';
import { SelectField, TextField } from '@/components/ui/field';
import { MultiCombobox } from '@/components/ui/multi-combobox';
import { ActDialog, wrong } from '../act-dialog';
import { useActing } from '../use-acting';
import { whyNot } from '../why-not';
import { candidates } from './who';

const kinds = ['person', 'schedule', 'team'] as const;

/** Calls people, whoever is on call by a schedule, or a team: all at once, or in the order of an escalation policy. */
export default function PageDialog() {
  const room = useRoom();
  const { incident, schedules, teams, policies } = room;
  const acting = useActing();
  const [policy, setPolicy] = useState('');
  const [chosen, setChosen] = useState<string[]>([]);
  const options = [
    ...schedules.map(({ id, name }) => ({ value: `schedule:${id}`, label: name, hint: 'on call' })),
    ...teams.map(({ id, name }) => ({ value: `team:${id}`, label: name, hint: 'team' })),
    ...candidates(room).map(({ id, name, hint }) => ({
      value: `person:${id}`,
      label: name,
      hint,
      lead: <Avatar id={id} name={name} size={20} silent />,
    })),
  ];
  return (
    <ActDialog
      title="Page somebody"
      description="They are called until one acknowledges. Whoever cannot see this incident is not called."
      submit="Page"
      acting={acting}
      blocked={whyNot(room).open}
      onSubmit={(form) =>
        acting.run(
          'page',
          {
            about: textOf(form, 'about'),
            ...(policy === '' ? { targets: chosen.flatMap(targetOf) } : { policy }),
          },
          'Paged',
        )
      }
    >
      {policy === '' && (
        <MultiCombobox
          name="targets"
          label="Whom"
          options={options}
          value={chosen}
          onChange={setChosen}
          error={wrong(acting, 'targets')}
        />
      )}
      {policies.length > 0 && (
        <SelectField
          name="policy"
          label={policy === '' ? 'Or by an escalation policy' : 'By an escalation policy'}
          optional={policy === ''}
          value={policy}
          onChange={(event) => setPolicy(event.currentTarget.value)}
        >
          <option value="">None: those named above</option>
          {policies.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
      )}
      <TextField
        name="about"
        label="About"
        defaultValue={`${incident.severity}: ${incident.title}`.slice(0, 300)}
        maxLength={300}
        autoComplete="off"
        error={wrong(acting, 'about')}
      />
    </ActDialog>
  );
}

function targetOf(value: string) {
  const at = value.indexOf(':');
  const kind = kinds.find((each) => each === value.slice(0, at));
  return kind ? [{ kind, id: value.slice(at + 1) }] : [];
}
