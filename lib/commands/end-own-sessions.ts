import { type PersonRef } from '@/lib/core/access/actor';
import { idSchema } from '@/lib/core/incident/act';
import { isRefusal, type Refusal, refuse } from '@/lib/core/refusal';
import { personStream } from '@/lib/store/people';
import { endSessions, ringAccess } from '@/lib/store/sessions';
import { actOnSelf } from './act-on-self';
import { type Caller, parse } from './caller';

const ended = refuse('not-found', 'This session has ended already.');

/** Signs oneself out everywhere; `except` names the session that goes on, if any. */
export async function endOwnSessions(caller: Caller, except?: string): Promise<PersonRef | Refusal> {
  return actOnSelf(caller, { name: 'end-own-sessions', except }, async (unit, self) => {
    const count = await endSessions(unit, self.id, { except });
    return count > 0 ? [{ kind: 'sessions.revoked', data: { person: self, count } }] : [];
  });
}

/** Signs oneself out of one session, on a lost phone for example. */
export async function endOwnSession(caller: Caller, sessionId: string): Promise<PersonRef | Refusal> {
  if (isRefusal(parse(idSchema, sessionId))) return ended;
  return actOnSelf(caller, { name: 'end-own-session', sessionId }, async (unit, self) => {
    const { count } = await unit.tx.session.deleteMany({ where: { id: sessionId, userId: self.id } });
    if (count === 0) return ended;
    ringAccess(unit, personStream(self.id));
    return [{ kind: 'sessions.revoked', data: { person: self, count } }];
  });
}
