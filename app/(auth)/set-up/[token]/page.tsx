import { type Metadata } from 'next';
import { AdmissionForm } from '@/components/account/admission-form';
import { PlainFrame } from '@/components/shell/plain-frame';
import { Button } from '@/components/ui/button';
import { readAdmission } from '@/lib/auth/admission';
import { isRefusal } from '@/lib/core/refusal';
import { setUpAction } from '../../admit';

export const metadata: Metadata = { title: 'Set up', referrer: 'same-origin' };

type Props = { params: Promise<{ token: string }> };

export default async function SetUpPage({ params }: Props) {
  const { token } = await params;
  const admission = await readAdmission({ kind: 'set-up', token });
  if (isRefusal(admission)) {
    return (
      <PlainFrame title="This link opens nothing">
        <p>{admission.message}</p>
        <Button href="/sign-in">Go to sign-in</Button>
      </PlainFrame>
    );
  }
  return (
    <PlainFrame
      title="Make the first administrator"
      lead="You will invite everyone else. This link works once, and nobody else can take it after you."
    >
      <AdmissionForm kind="set-up" token={token} email={null} action={setUpAction} />
    </PlainFrame>
  );
}
