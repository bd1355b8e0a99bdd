'use client';

import { type PersonRole } from '@/lib/core/access/actor';
import { roleWords } from '@/lib/core/access/role-words';
import { Badge } from '../ui/badge';
import { Button } from '../ui/button';
import { PanelRow, Section } from '../ui/section';
import { Time } from '../ui/time';
import { toast } from '../ui/toast';
import { type Act, useAct } from './use-act';

type Invitation = {
  id: string;
  email: string;
  role: PersonRole;
  invitedBy: string;
  expiresAt: string;
  expired: boolean;
};

/** Invitations that nobody has taken up yet. */
export function Invitations({ invitations, revoke }: { invitations: Invitation[]; revoke: Act<[id: string]> }) {
  if (invitations.length === 0) return null;
  return (
    <Section title="Invited" count={invitations.length} className="mt-8">
      {invitations.map((invitation) => (
        <Row key={invitation.id} invitation={invitation} revoke={revoke} />
      ))}
    </Section>
  );
}

function Row({ invitation, revoke }: { invitation: Invitation; revoke: Act<[id: string]> }) {
  const { id, email, role, invitedBy, expiresAt, expired } = invitation;
  const { pending, run } = useAct();
  const withdraw = async () => {
    const refusal = await revoke(id);
    if (refusal) toast.error(refusal.message);
    return refusal;
  };
  return (
    <PanelRow
      className="max-md:flex-wrap"
      end={
        <>
          <span className="max-md:hidden">by {invitedBy}</span>
          {expired ? (
            <Badge tone="overdue">Expired</Badge>
          ) : (
            <span>
              until <Time at={expiresAt} form="date" />
            </span>
          )}
          <Button size="sm" pending={pending} onClick={() => run(withdraw, 'The invitation is withdrawn')}>
            Withdraw
          </Button>
        </>
      }
    >
      <span className="font-medium">{email}</span>
      <span className="ml-2 text-muted">{roleWords[role].label}</span>
    </PanelRow>
  );
}
