'use client';

import { Plus } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Button } from '@/components/ui/button';
import { SelectField, TextArea, TextField } from '@/components/ui/field';
import { MultiCombobox } from '@/components/ui/multi-combobox';
import { RadioCards } from '@/components/ui/radio-cards';
import { type Contact } from '@/lib/core/catalog/contact';
import { type Link, mostLinks } from '@/lib/core/catalog/link';
import { tiers } from '@/lib/core/catalog/tiers';
import { type ContactChoice, ContactField } from './contact-field';
import { RecordDialog, type Save } from './record-dialog';
import { RowsField } from './rows-field';
import { TeamDialog } from './team-dialog';
import { TierMark } from './tier-mark';

type ServiceDialogProps = {
  trigger: ReactNode;
  service: {
    id: string;
    name: string;
    tier: number;
    description: string;
    team: { id: string; name: string } | null;
    policy: { id: string; name: string } | null;
    needs: string[];
    primary: Contact | null;
    backup: Contact | null;
    links: readonly Link[];
    basis: number;
  } | null;
  /** Every service and team there is. */
  services: readonly { id: string; name: string; tier: number }[];
  teams: readonly { id: string; name: string }[];
  /** Who may be put into a team that is formed on the way. */
  people: readonly { id: string; name: string; hint: string }[];
  /** The escalation policies it may page by. */
  policies: readonly { id: string; name: string }[];
  /** Who may be its contacts. */
  contacts: readonly ContactChoice[];
  save: Save;
  saveTeam: Save;
};

export function ServiceDialog({ trigger, service, services, policies, contacts, save, ...owners }: ServiceDialogProps) {
  const others = services.filter(({ id }) => id !== service?.id);
  const nameOf = (id: string) => services.find((one) => one.id === id)?.name ?? id;
  return (
    <RecordDialog
      trigger={trigger}
      title={service ? `Change ${service.name}` : 'Add a service'}
      description={
        service ? undefined : 'Something that can break: a system, a shared part, a third party you stand on.'
      }
      save={save}
      basis={service?.basis ?? null}
      record={
        service
          ? [
              ['Name', service.name],
              ['Tier', String(service.tier)],
              ['Team', service.team?.name ?? ''],
              ['Pages by', service.policy?.name ?? ''],
              ['Needs', service.needs.map(nameOf).join(', ')],
              ['Primary contact', service.primary?.name ?? ''],
              ['Backup contact', service.backup?.name ?? ''],
              ['Links', service.links.map(({ name }) => name).join(', ')],
              ['Description', service.description],
            ]
          : undefined
      }
      verb={service ? 'Save' : 'Add'}
      fields={(errorOf) => (
        <>
          <TextField
            name="name"
            label="Name"
            defaultValue={service?.name}
            error={errorOf('name')}
            maxLength={80}
            required
            autoComplete="off"
          />
          <RadioCards
            name="tier"
            legend="How much it matters"
            columns={2}
            defaultValue={String(service?.tier ?? 2)}
            error={errorOf('tier')}
            options={tiers.map(({ tier, name, meaning }) => ({
              value: String(tier),
              label: name,
              hint: meaning,
              mark: <TierMark tier={tier} wordless />,
            }))}
          />
          <OwnerField team={service?.team?.id ?? ''} {...owners} error={errorOf('team')} />
          <SelectField
            name="policy"
            label="Pages by"
            hint="Who is paged, in which order, when it is in an incident that pages."
            defaultValue={service?.policy?.id ?? ''}
            error={errorOf('policy')}
          >
            <option value="">No escalation policy: administrators are paged</option>
            {policies.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </SelectField>
          <div className="flex flex-wrap gap-x-3 gap-y-4">
            <ContactField
              name="primary"
              label="Primary contact"
              value={service?.primary ?? null}
              choices={contacts}
              error={errorOf('primary')}
            />
            <ContactField
              name="backup"
              label="Backup contact"
              value={service?.backup ?? null}
              choices={contacts}
              error={errorOf('backup')}
            />
          </div>
          <MultiCombobox
            name="dependencies"
            label="Needs"
            optional
            placeholder="Add what it cannot work without"
            options={others.map(({ id, name, tier }) => ({ value: id, label: name, hint: `tier ${tier}` }))}
            defaultValue={service?.needs ?? []}
            error={errorOf('dependencies')}
          />
          <TextArea
            name="description"
            label="What it does"
            optional
            defaultValue={service?.description}
            error={errorOf('description')}
            maxLength={1000}
          />
          <RowsField
            name="links"
            legend="Links"
            noun="link"
            most={mostLinks}
            columns={[
              { key: 'name', label: 'Name', maxLength: 80, placeholder: 'Dashboard' },
              { key: 'url', label: 'Address', inputMode: 'url', placeholder: 'https://…' },
            ]}
            rows={(service?.links ?? []).map(({ name, url }) => ({ name, url }))}
            errorOf={errorOf}
          />
        </>
      )}
    />
  );
}

type OwnerFieldProps = Pick<ServiceDialogProps, 'teams' | 'people' | 'saveTeam'> & {
  team: string;
  error: string | null;
};

/** The team that owns a service, which may be formed there and then. */
function OwnerField({ team: first, teams, people, saveTeam, error }: OwnerFieldProps) {
  const [team, setTeam] = useState(first);
  const [formed, setFormed] = useState<{ id: string; name: string }[]>([]);
  const options = [...teams, ...formed.filter(({ id }) => !teams.some((known) => known.id === id))];
  return (
    <div className="flex items-end gap-2">
      <SelectField
        name="team"
        label="Owned by"
        hint={
          options.length === 0
            ? 'No team yet: form the first. Its leads are told when nobody takes command.'
            : 'Its leads are told when nobody takes command.'
        }
        className="min-w-0 flex-1"
        value={team}
        onChange={(event) => setTeam(event.target.value)}
        error={error}
      >
        <option value="">Nobody yet</option>
        {options.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <TeamDialog
        team={null}
        people={people}
        save={saveTeam}
        onSaved={({ id, name }) => {
          if (id === undefined) return;
          setFormed((now) => [...now, { id, name }]);
          setTeam(id);
        }}
        trigger={<Button icon={<Plus />}>Form a team</Button>}
      />
    </div>
  );
}
