import { type Metadata } from 'next';
import { AdmissionForm } from '@/components/account/admission-form';
import { PlainFrame } from '@/components/shell/plain-frame';
import { Button } from '@/components/ui/button';
import { currentActor } from '@/lib/auth/actor';
import { readAdmission } from '@/lib/auth/admission';
import { roleWords } from '@/lib/core/access/role-words';
import { isRefusal } from '@/lib/core/refusal';
import { acceptAction } from '../../admit';

export const metadata: Metadata = { title: 'Invitation', referrer: 'same-origin' };

type Props = { params: Promise<{ token: string }> };

export default async function InvitationPage({ params }: Props) {
  const { token } = await params;
  const [admission, actor] = await Promise.all([readAdmission({ kind: 'invitation', token }), currentActor()]);
  if (isRefusal(admission)) {
    return (
      <PlainFrame title="This invitation opens nothing">
        <p>{admission.message}</p>
        <Button href="/sign-in">Go to sign-in</Button>
      </PlainFrame>
    );
  }
  if (actor) {
    return (
      <PlainFrame title={`You are signed in as ${actor.name}`}>
        <p>This invitation makes another account, for {admission.email}. Sign out first, then open the link again.</p>
        <Button href="/">Go to the board</Button>
      </PlainFrame>
    );
  }
  const { label, may } = roleWords[admission.role];
  return (
    <PlainFrame title="Come aboard" lead={`You were invited as ${label.toLowerCase()}: ${may.toLowerCase()}`}>
      <AdmissionForm kind="invitation" token={token} email={admission.email} action={acceptAction} />
    </PlainFrame>
  );
}
