import { Pencil } from 'lucide-react';
import { type Metadata } from 'next';
import { PolicyHistory } from '@/components/policy/policy-history';
import { PolicyTable } from '@/components/policy/policy-table';
import { PolicyTabs } from '@/components/policy/policy-tabs';
import { Page, PageHeader } from '@/components/shell/page-header';
import { Button } from '@/components/ui/button';
import { Section } from '@/components/ui/section';
import { requireActor } from '@/lib/auth/actor';
import { mayAdminister } from '@/lib/core/access/may';
import { readPolicyHistory } from '@/lib/queries/policy';

export const metadata: Metadata = { title: 'Severity policy' };

export default async function PolicyPage() {
  const actor = await requireActor();
  const versions = await readPolicyHistory(actor);
  const [current] = versions;
  return (
    <Page>
      <PageHeader
        title="Severity policy"
        lead="How bad it is decides how fast somebody commands, who is told, who is paged, and how often the room hears from them."
        actions={
          mayAdminister(actor) && (
            <Button icon={<Pencil />} href="/policy/change" hotkey={{ keys: 'e', label: 'Change the policy' }}>
              Change the policy
            </Button>
          )
        }
      >
        <PolicyTabs here="policy" />
      </PageHeader>
      {current && <PolicyTable rules={current.rules} />}
      <Section title="Versions" count={versions.length} className="mt-8">
        <p className="measure py-2 text-muted">
          An incident keeps the version that was in force when it was declared. A change governs what is declared from
          then on.
        </p>
        <PolicyHistory versions={versions} />
      </Section>
    </Page>
  );
}
