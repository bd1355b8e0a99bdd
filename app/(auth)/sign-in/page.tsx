import { type Metadata } from 'next';
import { redirect } from 'next/navigation';
import { PasskeySignIn } from '@/components/account/passkey-sign-in';
import { SamplePeople } from '@/components/account/sample-people';
import { SignInForm } from '@/components/account/sign-in-form';
import { PlainFrame } from '@/components/shell/plain-frame';
import { currentActor } from '@/lib/auth/actor';
import { inside } from '@/lib/auth/inside';
import { samplePeople } from '@/lib/queries/sample-people';
import { isSetUp } from '@/lib/queries/set-up';
import { signInAction, signInAsSampleAction } from './actions';

export const metadata: Metadata = { title: 'Sign in' };

type Props = { searchParams: Promise<{ next?: string }> };

export default async function SignInPage({ searchParams }: Props) {
  const next = inside((await searchParams).next);
  if (await currentActor()) redirect(next);
  const people = await samplePeople();
  if (people.length > 0) {
    return (
      <PlainFrame title="Come aboard as anyone" lead="A demo: this company, its people and its outage are samples.">
        <SamplePeople people={people} next={next} action={signInAsSampleAction} />
      </PlainFrame>
    );
  }
  if (!(await isSetUp())) {
    return (
      <PlainFrame title="Nobody is here yet">
        <p>
          Open the set-up link that Quarterdeck printed on its console when it started: it makes the first
          administrator. Starting again prints a new one.
        </p>
      </PlainFrame>
    );
  }
  return (
    <PlainFrame
      title="Sign in"
      foot={
        <>
          Forgot your password? Ask an administrator for a recovery link. The only administrator runs{' '}
          <code className="font-mono text-xs">npm run admin:recover</code> on the server.
          <br />
          No account? An administrator can send you an invitation.
        </>
      }
    >
      <SignInForm next={next} action={signInAction} />
      <div className="flex items-center gap-3 text-xs text-muted">
        <span className="h-px flex-1 bg-line" aria-hidden="true" />
        or
        <span className="h-px flex-1 bg-line" aria-hidden="true" />
      </div>
      <PasskeySignIn next={next} />
    </PlainFrame>
  );
}
