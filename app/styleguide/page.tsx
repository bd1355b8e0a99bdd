import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { connection } from 'next/server';
import { Styleguide } from './styleguide';

export const metadata: Metadata = { title: 'Styleguide' };

const serverNow = () => Date.now();

/** Every primitive on one page, for eyes and for the browser tests. Not there in production. */
export default async function StyleguidePage() {
  await connection();
  const { env } = await import('@/lib/env');
  if (env.NODE_ENV === 'production' && !env.QUARTERDECK_TEST) notFound();
  return <Styleguide now={serverNow()} />;
}
