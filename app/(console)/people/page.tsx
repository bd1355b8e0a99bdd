import { UserPlus } from 'lucide-react';
import { type Metadata } from 'next';
import { Invitations } from '@/components/people/invitations';
import { PeopleTable } from '@/components/people/people-table';
import { Page, PageHeader } from '@/components/shell/page-header';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { requireActor } from '@/lib/auth/actor';
import { mayAdminister } from '@/lib/core/access/may';
import { readInvitations, readPeople } from '@/lib/queries/people';
import {
  changeRoleAction,
  deactivateAction,
  offerRecoveryAction,
  reactivateAction,
  renameAction,
  revokeInvitationAction,
  signOutAction,
} from './actions';

export const metadata: Metadata = { title: 'People' };

const actions = {
  changeRole: changeRoleAction,
  rename: renameAction,
  deactivate: deactivateAction,
  reactivate: reactivateAction,
  signOut: signOutAction,
  offerRecovery: offerRecoveryAction,
};

export default async function PeoplePage() {
  const actor = await requireActor();
  const administers = mayAdminister(actor);
  const [people, invitations] = await Promise.all([readPeople(), administers ? readInvitations() : []]);
  return (
    <Page>
      <PageHeader
        title="People"
        lead="Whoever may sign in, and what they may do."
        actions={
          administers && (
            <Button
              href="/people/invite"
              tone="primary"
              icon={<UserPlus />}
              hotkey={{ keys: 'i', label: 'Invite somebody' }}
            >
              Invite
            </Button>
          )
        }
      />
      <PeopleTable people={people} me={actor.id} actions={administers ? actions : null} />
      {administers && people.length === 1 && invitations.length === 0 && (
        <EmptyState title="You are alone here" action={<Button href="/people/invite">Invite the first</Button>}>
          Responders declare and act, observers read along, and a second administrator lets you back in when you are
          locked out.
        </EmptyState>
      )}
      <Invitations invitations={invitations} revoke={revokeInvitationAction} />
    </Page>
  );
}
