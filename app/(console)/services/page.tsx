import { Plus } from 'lucide-react';
import { type Metadata } from 'next';
import { CatalogTabs } from '@/components/catalog/catalog-tabs';
import { ServiceDialog } from '@/components/catalog/service-dialog';
import { ServiceMap } from '@/components/catalog/service-map';
import { ServiceTable } from '@/components/catalog/service-table';
import { Page, PageHeader } from '@/components/shell/page-header';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { requireActor } from '@/lib/auth/actor';
import { mayAdminister } from '@/lib/core/access/may';
import { readContactChoices } from '@/lib/queries/contact-choices';
import { readPolicyChoices } from '@/lib/queries/escalation-policies';
import { readServices } from '@/lib/queries/services';
import { readPeopleChoices, readTeams } from '@/lib/queries/teams';
import { addTeam } from '../teams/actions';
import { addService } from './actions';

export const metadata: Metadata = { title: 'Services' };

type Props = { searchParams: Promise<{ view?: string }> };

export default async function ServicesPage({ searchParams }: Props) {
  const actor = await requireActor();
  const [services, teams, people, policies, contacts, { view }] = await Promise.all([
    readServices(actor),
    readTeams(),
    mayAdminister(actor) ? readPeopleChoices() : [],
    mayAdminister(actor) ? readPolicyChoices() : [],
    mayAdminister(actor) ? readContactChoices() : [],
    searchParams,
  ]);
  const map = view === 'map';
  const add = mayAdminister(actor) && (
    <ServiceDialog
      service={null}
      services={services}
      teams={teams}
      people={people}
      policies={policies}
      contacts={contacts}
      save={addService}
      saveTeam={addTeam}
      trigger={
        <Button tone="primary" icon={<Plus />} hotkey={{ keys: 'a', label: 'Add a service' }}>
          Add a service
        </Button>
      }
    />
  );
  return (
    <Page>
      <PageHeader
        title="Services"
        lead="What can break, who owns it, and what it stands on."
        actions={services.length > 0 && add}
      >
        <CatalogTabs here={map ? 'map' : 'list'} />
      </PageHeader>
      {services.length === 0 ? (
        <EmptyState title="No services yet" action={add}>
          {add
            ? 'Write down what can break and which team owns it: '
            : 'An administrator writes down here what can break and which team owns it: '}
          then whoever declares an incident picks it from a list, and its leads are told when nobody takes command.
        </EmptyState>
      ) : map ? (
        <ServiceMap services={services} />
      ) : (
        <ServiceTable services={services} />
      )}
    </Page>
  );
}
