import { type Metadata } from 'next';
import { notFound } from 'next/navigation';
import { InviteForm } from '@/components/people/invite-form';
import { Page, PageHeader } from '@/components/shell/page-header';
import { requireActor } from '@/lib/auth/actor';
import { mayAdminister } from '@/lib/core/access/may';
import { inviteAction } from '../actions';

export const metadata: Metadata = { title: 'Invite' };

export default async function InvitePage() {
  if (!mayAdminister(await requireActor())) notFound();
  return (
    <Page width="text">
      <PageHeader
        title="Invite somebody"
        lead="You get a link to send them yourself. They choose their own password or passkey."
        back={{ href: '/people', label: 'People' }}
      />
      <InviteForm action={inviteAction} />
    </Page>
  );
}
