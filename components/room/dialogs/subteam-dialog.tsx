'use client';

import { useState } from 'react';
import { useRoom } from '@/components/live/room-provider';
import { textOf } from '@/components/submit/text-of';
import { TextField } from '@/components/ui/field';
import { MultiCombobox } from '@/components/ui/multi-combobox';
import { PeoplePicker } from '@/components/ui/people-picker';
import { ActDialog, wrong } from '../act-dialog';
import { useActing } from '../use-acting';
import { whyNot } from '../why-not';
import { candidates } from './who';

/** Its members report to the lead, the lead to the commander. */
export default function SubteamDialog() {
  const room = useRoom();
  const acting = useActing();
  const people = candidates(room);
  const [members, setMembers] = useState<string[]>([]);
  return (
    <ActDialog
      title="Form a sub-team"
      description="Nobody leads more than seven people well. Its members report to the lead."
      submit="Form sub-team"
      acting={acting}
      blocked={whyNot(room).open}
      onSubmit={(form) =>
        acting.run(
          'form-subteam',
          { name: textOf(form, 'name'), lead: textOf(form, 'lead'), members },
          'Sub-team formed',
        )
      }
    >
      <TextField name="name" label="Name" placeholder="Database" maxLength={80} error={wrong(acting, 'name')} />
      <PeoplePicker name="lead" label="Lead" people={people} error={wrong(acting, 'lead') && 'Choose a lead.'} />
      <MultiCombobox
        name="members"
        label="Members"
        options={people.map(({ id, name, hint }) => ({ value: id, label: name, hint }))}
        value={members}
        onChange={setMembers}
        error={wrong(acting, 'members') && 'Name at least one.'}
      />
    </ActDialog>
  );
}
