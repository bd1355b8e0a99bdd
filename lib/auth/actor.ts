import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { type Actor } from '@/lib/core/access/actor';
import { actorOfHeaders } from './actor-of-headers';
import { inside } from './inside';
import { type SignedIn, sessionOf } from './session';

export { actorOfHeaders };

/** The session of the request being answered, read once however many parts of a page ask. */
export const currentSession = cache(async (): Promise<SignedIn | null> => sessionOf(await headers()));

/** Who asks for this page or calls this server action; null when nobody is signed in. */
export async function currentActor(): Promise<Actor | null> {
  return (await currentSession())?.actor ?? null;
}

/** Like `currentActor`, but sends whoever is not signed in to the sign-in page. */
export async function requireActor(): Promise<Actor> {
  return (await requireSession()).actor;
}

/** The whole session of whoever asks; sends whoever is not signed in to the sign-in page, which leads back here. */
export async function requireSession(): Promise<SignedIn> {
  return (await currentSession()) ?? redirect(signInAddress((await headers()).get('x-quarterdeck-page')));
}

/** `page` is the address asked for, as the edge notes it on every request. */
function signInAddress(page: string | null): string {
  const next = inside(page?.replace(/[?&]_rsc=[^&]*/, ''));
  return next === '/' ? '/sign-in' : `/sign-in?${new URLSearchParams({ next }).toString()}`;
}
