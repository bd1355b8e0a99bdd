import { Pencil } from 'lucide-react';
import { type Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { DeleteDialog } from '@/components/catalog/delete-dialog';
import { ServiceDialog } from '@/components/catalog/service-dialog';
import { ServiceFacts } from '@/components/catalog/service-facts';
import { Page, PageHeader } from '@/components/shell/page-header';
import { Button } from '@/components/ui/button';
import { requireActor } from '@/lib/auth/actor';
import { mayAdminister } from '@/lib/core/access/may';
import { readContactChoices } from '@/lib/queries/contact-choices';
import { readPolicyChoices } from '@/lib/queries/escalation-policies';
import { readServiceIncidents, readServices } from '@/lib/queries/services';
import { readVendors } from '@/lib/queries/vendors';
import { readPeopleChoices, readTeams } from '@/lib/queries/teams';
import { addTeam } from '../../teams/actions';
import { removeService, saveService } from '../actions';

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params;
  const actor = await requireActor();
  return { title: (await readServices(actor)).find((one) => one.id === id)?.name ?? 'Service' };
}

export default async function ServicePage({ params }: Props) {
  const { id } = await params;
  const actor = await requireActor();
  const [services, teams, people, policies, contacts, vendors, incidents] = await Promise.all([
    readServices(actor),
    readTeams(),
    mayAdminister(actor) ? readPeopleChoices() : [],
    mayAdminister(actor) ? readPolicyChoices() : [],
    mayAdminister(actor) ? readContactChoices() : [],
    readVendors(),
    readServiceIncidents(actor, id),
  ]);
  const service = services.find((one) => one.id === id);
  if (!service) notFound();
  return (
    <Page>
      <PageHeader
        back={{ href: '/services', label: 'Services' }}
        title={service.name}
        lead={service.description}
        actions={
          mayAdminister(actor) && (
            <>
              <DeleteDialog name={service.name} remove={removeService.bind(null, id)} then="/services">
                {service.neededBy.length > 0
                  ? 'What depends on it stays, without this dependency. '
                  : 'Nothing depends on it. '}
                Past incidents keep its name. The audit log keeps who deleted it.
              </DeleteDialog>
              <ServiceDialog
                service={service}
                services={services}
                teams={teams}
                people={people}
                policies={policies}
                contacts={contacts}
                save={saveService.bind(null, id)}
                saveTeam={addTeam}
                trigger={
                  <Button icon={<Pencil />} hotkey={{ keys: 'e', label: 'Change this service' }}>
                    Change
                  </Button>
                }
              />
            </>
          )
        }
      />
      <ServiceFacts
        service={service}
        services={services}
        vendors={vendors.filter((vendor) => vendor.services.some((standing) => standing.id === id))}
        incidents={incidents}
      />
      <p className="mt-8 text-xs text-muted">
        In the API this service is <code className="font-mono text-ink">{service.id}</code>. See it{' '}
        <Link href="/services?view=map" className="underline decoration-edge hover:decoration-accent">
          on the map
        </Link>
        .
      </p>
    </Page>
  );
}
