import { Pencil, Plus } from 'lucide-react';
import { type Metadata } from 'next';
import { CatalogTabs } from '@/components/catalog/catalog-tabs';
import { DeleteDialog } from '@/components/catalog/delete-dialog';
import { EscalationDialog } from '@/components/escalation/escalation-dialog';
import { EscalationCard } from '@/components/escalation/escalation-card';
import { Page, PageHeader } from '@/components/shell/page-header';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { requireActor } from '@/lib/auth/actor';
import { mayAdminister } from '@/lib/core/access/may';
import { readEscalationPolicies, readTargetChoices } from '@/lib/queries/escalation-policies';
import { addEscalationPolicy, removeEscalationPolicy, saveEscalationPolicy } from './actions';

export const metadata: Metadata = { title: 'Escalation policies' };

export default async function EscalationPage() {
  const actor = await requireActor();
  const administrator = mayAdminister(actor);
  const [policies, targets] = await Promise.all([readEscalationPolicies(), administrator ? readTargetChoices() : []]);
  const form = administrator && (
    <EscalationDialog
      policy={null}
      targets={targets}
      save={addEscalationPolicy}
      trigger={
        <Button tone="primary" icon={<Plus />} hotkey={{ keys: 'a', label: 'Add a policy' }}>
          Add a policy
        </Button>
      }
    />
  );
  return (
    <Page>
      <PageHeader
        title="Escalation policies"
        lead="Who is paged, in which order, and how long each is waited for."
        actions={policies.length > 0 && form}
      >
        <CatalogTabs here="escalation" />
      </PageHeader>
      {policies.length === 0 && (
        <EmptyState title="No escalation policies yet" action={form}>
          {administrator
            ? 'Write down who is paged first and who is next when nobody acknowledges, and give it to services: '
            : 'An administrator writes down who is paged first and who is next when nobody acknowledges: '}
          until then administrators are paged for every service.
        </EmptyState>
      )}
      <div className="grid gap-x-10 gap-y-8 md:grid-cols-2">
        {policies.map((policy) => (
          <EscalationCard
            key={policy.id}
            policy={policy}
            actions={
              administrator && (
                <>
                  <DeleteDialog name={policy.name} remove={removeEscalationPolicy.bind(null, policy.id)}>
                    {policy.services.length > 0
                      ? `${policy.services.map(({ name }) => name).join(', ')} must have another policy first. `
                      : 'No service is paged by it. '}
                    Pages that run keep the steps they began with. The audit log keeps who deleted it.
                  </DeleteDialog>
                  <EscalationDialog
                    policy={policy}
                    targets={targets}
                    save={saveEscalationPolicy.bind(null, policy.id)}
                    trigger={
                      <Button size="sm" icon={<Pencil />} aria-label={`Change ${policy.name}`}>
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
