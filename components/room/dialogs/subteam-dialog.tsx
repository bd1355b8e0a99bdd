'use client';

import { useState } from 'react';
import { useRoom } from '@/components/live/room-context';
import { textOf } from '@/components/submit/text-of';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';
import { MultiCombobox } from '@/components/ui/multi-combobox';
import { PeoplePicker } from '@/components/ui/people-picker';
import { type Subteam } from '@/lib/core/incident/incident';
import { ActDialog, wrong } from '../act-dialog';
import { useAsk } from '../ask';
import { useActing } from '../use-acting';
import { whyNot } from '../why-not';
import { candidates } from './who';

/** Its members report to the lead, the lead to the commander. With `id` that sub-team is changed, else one is formed. */
export default function SubteamDialog({ id }: { id?: string }) {
  const room = useRoom();
  const [team] = useState(() => room.incident.subteams.find((each) => each.id === id));
  return team ? <Change team={team} /> : <Form />;
}

function Form() {
  const room = useRoom();
  const acting = useActing();
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
      <PeoplePicker
        name="lead"
        label="Lead"
        people={candidates(room)}
        error={wrong(acting, 'lead') && 'Choose a lead.'}
      />
      <Members value={members} onChange={setMembers} error={wrong(acting, 'members') && 'Name at least one.'} />
    </ActDialog>
  );
}

/** Only what is changed here is sent: who is moved meanwhile by others stays where they are. */
function Change({ team }: { team: Subteam }) {
  const room = useRoom();
  const acting = useActing();
  const { close } = useAsk();
  const before = team.members.map(({ id }) => id);
  const [lead, setLead] = useState(team.lead.id);
  const [members, setMembers] = useState<string[]>(before);
  const gone = !room.incident.subteams.some(({ id }) => id === team.id);

  async function dissolve() {
    if (await acting.run('dissolve-subteam', { id: team.id }, `${team.name} dissolved`)) close();
  }

  return (
    <ActDialog
      title={`Change ${team.name}`}
      description="Whoever is moved in leaves their former sub-team."
      submit="Save sub-team"
      acting={acting}
      blocked={whyNot(room).open ?? (gone ? `${team.name} was dissolved meanwhile.` : null)}
      onSubmit={() =>
        acting.run(
          'change-subteam',
          {
            id: team.id,
            ...(lead !== team.lead.id && { lead, from: team.lead.id }),
            add: members.filter((id) => id !== lead && !before.includes(id)),
            remove: before.filter((id) => !members.includes(id)),
          },
          `${team.name} changed`,
        )
      }
      aside={
        !gone && (
          <Button tone="plain" pending={acting.pending} onClick={() => void dissolve()}>
            Dissolve
          </Button>
        )
      }
    >
      <PeoplePicker
        name="lead"
        label="Lead"
        people={candidates(room)}
        value={lead}
        onChange={setLead}
        error={wrong(acting, 'lead')}
      />
      <Members value={members} onChange={setMembers} error={wrong(acting, 'add')} />
    </ActDialog>
  );
}

type MembersProps = { value: string[]; onChange: (members: string[]) => void; error: string | null };

/** Everyone who can be given work, each with the sub-team they are in. */
function Members({ value, onChange, error }: MembersProps) {
  const room = useRoom();
  const teamOf = new Map(
    room.incident.subteams.flatMap(({ name, lead, members }) => [
      ...members.map(({ id }) => [id, `in ${name}`] as const),
      [lead.id, `leads ${name}`] as const,
    ]),
  );
  return (
    <MultiCombobox
      name="members"
      label="Members"
      options={candidates(room).map(({ id, name, hint }) => ({
        value: id,
        label: name,
        hint: [hint, teamOf.get(id)].filter(Boolean).join(' · '),
      }))}
      value={value}
      onChange={onChange}
      error={error}
    />
  );
}
