import { type Metadata } from 'next';
import { redirect } from 'next/navigation';
import { PolicyForm } from '@/components/policy/policy-form';
import { Page, PageHeader } from '@/components/shell/page-header';
import { requireActor } from '@/lib/auth/actor';
import { mayAdminister } from '@/lib/core/access/may';
import { currentPolicy } from '@/lib/queries/policy';
import { savePolicy } from '../actions';

export const metadata: Metadata = { title: 'Change the severity policy' };

export default async function ChangePolicyPage() {
  const actor = await requireActor();
  if (!mayAdminister(actor)) redirect('/policy');
  const policy = await currentPolicy();
  return (
    <Page>
      <PageHeader
        back={{ href: '/policy', label: 'Severity policy' }}
        title="Change the severity policy"
        lead="It governs what is declared from then on; running incidents keep the version they were declared under."
      />
      <PolicyForm policy={policy} save={savePolicy} />
    </Page>
  );
}
