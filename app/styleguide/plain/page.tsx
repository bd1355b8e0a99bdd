import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { connection } from 'next/server';
import { PlainFrame } from '@/components/shell/plain-frame';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';

export const metadata: Metadata = { title: 'Styleguide: the door' };

/** The frame for whoever is not inside yet. Not there in production. */
export default async function PlainStyleguidePage() {
  await connection();
  const { env } = await import('@/lib/env');
  if (env.NODE_ENV === 'production' && !env.QUARTERDECK_TEST) notFound();
  return (
    <PlainFrame
      title="Sign in"
      lead="To take command, or to see who has it."
      foot="No account? An administrator invites you by link."
    >
      <TextField name="email" label="E-mail" type="email" autoComplete="username" />
      <TextField name="password" label="Password" type="password" autoComplete="current-password" />
      <Button tone="primary" className="w-full">
        Sign in
      </Button>
      <Button className="w-full">Use a passkey</Button>
    </PlainFrame>
  );
}
