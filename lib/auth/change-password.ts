import { hashPassword, verifyPassword } from 'better-auth/crypto';
import { z } from 'zod';
import { parse } from '@/lib/core/parse';
import { isRefusal, type Refusal, refuse } from '@/lib/core/refusal';
import { readClock } from '@/lib/store/clock';
import { database } from '@/lib/store/database';
import { recordFacts } from '@/lib/store/facts';
import { personStream, setPassword } from '@/lib/store/people';
import { endSessions } from '@/lib/store/sessions';
import { transact } from '@/lib/store/transact';
import { judgePassword } from './judge-password';
import { type SignedIn } from './session';
import { allowAttempt, forgiveAttempts } from './sign-in-limit';

const input = z.object({ current: z.string().max(1000).optional(), next: z.string().max(1000) });

/** Sets the password of whoever is signed in, and signs out their other sessions. Someone who has one must know it. */
export async function changePassword(
  { actor, email, sessionId }: SignedIn,
  headers: Headers,
  draft: unknown,
): Promise<Refusal | null> {
  const parsed = parse(input, draft);
  if (isRefusal(parsed)) return parsed;
  const { current = '', next } = parsed.input;
  const refusal = await refuseWrong(actor.id, email, headers, current);
  if (refusal) return refusal;
  const problem = await judgePassword(next, { name: actor.name, email });
  if (problem) return refuse('invalid', problem, { next: problem });
  const hash = await hashPassword(next);
  await transact(async (unit) => {
    const now = await readClock(unit.tx);
    const person = { id: actor.id, name: actor.name };
    await setPassword(unit, actor.id, hash, now);
    const count = await endSessions(unit, actor.id, { except: sessionId });
    await recordFacts(unit, { stream: personStream(actor.id), actor, now }, [
      { kind: 'password.changed', data: { person } },
      ...(count > 0 ? [{ kind: 'sessions.revoked' as const, data: { person, count } }] : []),
    ]);
  });
  return null;
}

/** Guesses at the present password count like attempts to sign in: an open laptop must not be a way around that limit. */
async function refuseWrong(userId: string, email: string, headers: Headers, current: string): Promise<Refusal | null> {
  const account = await database.account.findFirst({ where: { userId, providerId: 'credential' } });
  if (!account?.password) return null;
  const tooMany = await allowAttempt(headers, email);
  if (tooMany) return tooMany;
  if (!(await verifyPassword({ hash: account.password, password: current }))) {
    const message = 'This is not your present password.';
    return refuse('invalid', message, { current: message });
  }
  await forgiveAttempts(headers, email);
  return null;
}
