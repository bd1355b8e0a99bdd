import { type Metadata } from 'next';
import { RecoveryForm } from '@/components/account/recovery-form';
import { PlainFrame } from '@/components/shell/plain-frame';
import { Button } from '@/components/ui/button';
import { currentActor } from '@/lib/auth/actor';
import { readRecovery } from '@/lib/auth/recovery';
import { isRefusal } from '@/lib/core/refusal';
import { recoverAction } from './actions';

export const metadata: Metadata = { title: 'Recovery', referrer: 'same-origin' };

type Props = { params: Promise<{ token: string }> };

export default async function RecoveryPage({ params }: Props) {
  const { token } = await params;
  const [recovery, actor] = await Promise.all([readRecovery(token), currentActor()]);
  if (isRefusal(recovery)) {
    return (
      <PlainFrame title="This link opens nothing">
        <p>{recovery.message}</p>
        <Button href="/sign-in">Go to sign-in</Button>
      </PlainFrame>
    );
  }
  const { person, email } = recovery;
  if (actor && actor.id !== person.id) {
    return (
      <PlainFrame title={`You are signed in as ${actor.name}`}>
        <p>This link is for {person.name}. Sign out first, then open the link again.</p>
        <Button href="/">Go to the board</Button>
      </PlainFrame>
    );
  }
  return (
    <PlainFrame
      title="Choose a new password"
      lead={`For ${person.name}. You are signed in here, and signed out everywhere else.`}
    >
      <RecoveryForm token={token} email={email} action={recoverAction} />
    </PlainFrame>
  );
}
