import { Pencil, Plus } from 'lucide-react';
import { type Metadata } from 'next';
import { CatalogTabs } from '@/components/catalog/catalog-tabs';
import { DeleteDialog } from '@/components/catalog/delete-dialog';
import { TeamCard } from '@/components/catalog/team-card';
import { TeamDialog } from '@/components/catalog/team-dialog';
import { Page, PageHeader } from '@/components/shell/page-header';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { requireActor } from '@/lib/auth/actor';
import { mayAdminister } from '@/lib/core/access/may';
import { readPeopleChoices, readTeams } from '@/lib/queries/teams';
import { addTeam, removeTeam, saveTeam } from './actions';

export const metadata: Metadata = { title: 'Teams' };

export default async function TeamsPage() {
  const actor = await requireActor();
  const [teams, people] = await Promise.all([readTeams(), readPeopleChoices()]);
  const administrator = mayAdminister(actor);
  const form = administrator && (
    <TeamDialog
      team={null}
      people={people}
      save={addTeam}
      trigger={
        <Button tone="primary" icon={<Plus />} hotkey={{ keys: 'a', label: 'Form a team' }}>
          Form a team
        </Button>
      }
    />
  );
  return (
    <Page>
      <PageHeader
        title="Teams"
        lead="Who looks after what, and who is told when an incident finds no commander."
        actions={teams.length > 0 && form}
      >
        <CatalogTabs here="teams" />
      </PageHeader>
      {teams.length === 0 && (
        <EmptyState title="No teams yet" action={form}>
          {administrator
            ? 'Put the people who look after the same services into a team and name its leads: '
            : 'An administrator puts the people who look after the same services into a team and names its leads: '}
          the severity policy tells them, and nobody else, when their services break.
        </EmptyState>
      )}
      <div className="grid gap-x-10 gap-y-8 md:grid-cols-2">
        {teams.map((team) => (
          <TeamCard
            key={team.id}
            team={team}
            actions={
              administrator && (
                <>
                  <DeleteDialog name={team.name} remove={removeTeam.bind(null, team.id)}>
                    {team.services.length > 0
                      ? `${team.services.map(({ name }) => name).join(', ')} will have no owner. `
                      : ''}
                    Its people stay. The audit log keeps who deleted it.
                  </DeleteDialog>
                  <TeamDialog
                    team={team}
                    people={people}
                    save={saveTeam.bind(null, team.id)}
                    trigger={
                      <Button size="sm" icon={<Pencil />} aria-label={`Change ${team.name}`}>
                        Change
                      </Button>
                    }
                  />
                </>
              )
            }
          />
        ))}
      </div>
    </Page>
  );
}
