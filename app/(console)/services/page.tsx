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
import { readServices } from '@/lib/queries/services';
import { readTeams } from '@/lib/queries/teams';
import { addService } from './actions';

export const metadata: Metadata = { title: 'Services' };

type Props = { searchParams: Promise<{ view?: string }> };

export default async function ServicesPage({ searchParams }: Props) {
  const actor = await requireActor();
  const [services, teams, { view }] = await Promise.all([readServices(actor), readTeams(), searchParams]);
  const map = view === 'map';
  const add = mayAdminister(actor) && (
    <ServiceDialog
      service={null}
      services={services}
      teams={teams}
      save={addService}
      trigger={
        <Button tone="primary" icon={<Plus />} hotkey={{ keys: 'a', label: 'Add a service' }}>
          Add a service
        </Button>
      }
    />
  );
  return (
    <Page>
      <PageHeader title="Services" lead="What can break, who owns it, and what it stands on." actions={add}>
        <CatalogTabs here={map ? 'map' : 'list'} />
      </PageHeader>
      {services.length === 0 ? (
        <EmptyState title="No services yet">
          Write down what can break and which team owns it: then whoever declares an incident picks it from a list, and
          its leads are told when nobody takes command.
        </EmptyState>
      ) : map ? (
        <ServiceMap services={services} />
      ) : (
        <ServiceTable services={services} />
      )}
    </Page>
  );
}
