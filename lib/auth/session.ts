import { type Actor, type PersonRole } from '@/lib/core/access/actor';
import { MINUTE } from '@/lib/core/instant';
import { log } from '@/lib/log';
import { database } from '@/lib/store/database';
import { auth } from './auth';

/** Someone signed in: who they are and by which session, with what a screen needs of them. */
export interface SignedIn {
  actor: Actor;
  sessionId: string;
  email: string;
  timeZone: string | null;
  signedInAt: Date;
}

/** The person whose session cookie the headers carry; null when it ended or the person was deactivated. */
export async function sessionOf(headers: Headers): Promise<SignedIn | null> {
  if (!headers.has('cookie')) return null;
  const found = await auth().api.getSession({ headers });
  if (!found?.user.active) return null;
  const { user, session } = found;
  if (Date.now() - session.updatedAt.getTime() > MINUTE) noteSeen(session.id);
  return {
    actor: { kind: 'person', id: user.id, name: user.name, role: user.role as PersonRole },
    sessionId: session.id,
    email: user.email,
    timeZone: user.timeZone ?? null,
    signedInAt: session.createdAt,
  };
}

/** Not waited for: that a session was seen is only shown in its person's list. */
function noteSeen(id: string): void {
  void database.session
    .updateMany({ where: { id }, data: { updatedAt: new Date() } })
    .catch((error: unknown) => log.warn({ error: String(error) }, 'a session could not be marked as seen'));
}
