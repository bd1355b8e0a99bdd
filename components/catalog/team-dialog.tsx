'use client';

import { type ReactNode, useState } from 'react';
import { Avatar } from '@/components/ui/avatar';
import { TextArea, TextField } from '@/components/ui/field';
import { MultiCombobox } from '@/components/ui/multi-combobox';
import { RecordDialog, type Save } from './record-dialog';

type Team = {
  id: string;
  name: string;
  description: string;
  members: { id: string; name: string; lead: boolean }[];
  basis: number;
};

type TeamDialogProps = {
  trigger: ReactNode;
  team: Team | null;
  people: readonly { id: string; name: string; hint: string }[];
  save: Save;
  onSaved?: (saved: { id?: string; name: string }) => void;
};

export function TeamDialog({ trigger, team, people, save, onSaved }: TeamDialogProps) {
  const names = (members: Team['members']) => members.map(({ name }) => name).join(', ');
  return (
    <RecordDialog
      trigger={trigger}
      title={team ? `Change ${team.name}` : 'Form a team'}
      save={save}
      onSaved={onSaved}
      basis={team?.basis ?? null}
      record={
        team
          ? [
              ['Name', team.name],
              ['Members', names(team.members)],
              ['Leads', names(team.members.filter(({ lead }) => lead))],
              ['Description', team.description],
            ]
          : undefined
      }
      verb={team ? 'Save' : 'Form the team'}
      fields={(errorOf) => <TeamFields team={team} people={people} errorOf={errorOf} />}
    />
  );
}

type TeamFieldsProps = Pick<TeamDialogProps, 'team' | 'people'> & { errorOf: (name: string) => string | null };

function TeamFields({ team, people, errorOf }: TeamFieldsProps) {
  const [members, setMembers] = useState(team?.members.map(({ id }) => id) ?? []);
  const [leads, setLeads] = useState(team?.members.filter(({ lead }) => lead).map(({ id }) => id) ?? []);
  // Someone deactivated is no choice any more but still a member until taken out.
  const former = (team?.members ?? []).filter(({ id }) => !people.some((person) => person.id === id));
  const options = [...people, ...former.map(({ id, name }) => ({ id, name, hint: 'deactivated' }))].map((person) => ({
    value: person.id,
    label: person.name,
    hint: person.hint,
    lead: <Avatar id={person.id} name={person.name} size={20} silent />,
  }));
  return (
    <>
      <TextField
        name="name"
        label="Name"
        defaultValue={team?.name}
        error={errorOf('name')}
        maxLength={80}
        required
        autoComplete="off"
      />
      <MultiCombobox
        name="members"
        label="Members"
        placeholder="Add a person"
        options={options}
        value={members}
        onChange={(next) => {
          setMembers(next);
          setLeads((now) => now.filter((id) => next.includes(id)));
        }}
        error={errorOf('members')}
      />
      <MultiCombobox
        name="leads"
        label="Leads"
        hint="They are told when an incident about the team’s services finds no commander."
        placeholder="Add a lead"
        options={options.filter(({ value }) => members.includes(value))}
        value={leads}
        onChange={setLeads}
        error={errorOf('leads')}
      />
      <TextArea
        name="description"
        label="What it looks after"
        optional
        defaultValue={team?.description}
        error={errorOf('description')}
        maxLength={1000}
      />
    </>
  );
}
