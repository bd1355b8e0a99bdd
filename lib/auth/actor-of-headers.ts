import { type Actor } from '@/lib/core/access/actor';
import { actorOfToken } from './bearer';
import { sessionOf } from './session';

/**
 * Whoever a request's headers speak for: the machine of `Authorization: Bearer <token>`, else the person of the session
 * cookie, else null. Read anew each time: a revoked token, an ended session or a deactivated person is nobody.
 */
export async function actorOfHeaders(headers: Headers): Promise<Actor | null> {
  const bearer = /^bearer +(\S+)$/i.exec(headers.get('authorization')?.trim() ?? '');
  if (bearer) return actorOfToken(bearer[1] ?? '');
  return (await sessionOf(headers))?.actor ?? null;
}
