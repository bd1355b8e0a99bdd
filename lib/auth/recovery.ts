import { hashPassword } from 'better-auth/crypto';
import { z } from 'zod';
import { type PersonRef, type PersonRole } from '@/lib/core/access/actor';
import { type Instant } from '@/lib/core/instant';
import { parse } from '@/lib/core/parse';
import { isRefusal, type Refusal, refuse } from '@/lib/core/refusal';
import { readClock } from '@/lib/store/clock';
import { database } from '@/lib/store/database';
import { recordFacts } from '@/lib/store/facts';
import { personStream, setPassword } from '@/lib/store/people';
import { findRecovery, spendRecovery } from '@/lib/store/recovery';
import { endSessions } from '@/lib/store/sessions';
import { transact } from '@/lib/store/transact';
import { judgePassword } from './judge-password';
import { signIn } from './sign-in';
import { allowRecovery, forgiveAttempts } from './sign-in-limit';

const input = z.object({ token: z.string().max(200), password: z.string().max(1000) });

/** Whom a recovery link lets choose a new password. */
export interface Recovery {
  person: PersonRef;
  email: string;
  expiresAt: Instant;
}

const spent = refuse(
  'expired',
  'A recovery link works once, within a day, and a newer one replaces it. Ask an administrator for another.',
);

/** What a recovery link stands for, if it still opens the door. */
export async function readRecovery(token: string): Promise<Recovery | Refusal> {
  const found = await findRecovery(database, token, await readClock());
  return found ?? spent;
}

/**
 * Gives the person a link is for the password they chose, uses the link up, ends every session they had and signs them in
 * here. Answers null, or why not; a password that is refused leaves the link as it was.
 */
export async function recoverWithPassword(headers: Headers, draft: unknown): Promise<Refusal | null> {
  const parsed = parse(input, draft);
  if (isRefusal(parsed)) return parsed;
  const { token, password } = parsed.input;
  const tooMany = await allowRecovery(headers);
  if (tooMany) return tooMany;
  const recovery = await readRecovery(token);
  if (isRefusal(recovery)) return recovery;
  const { person, email } = recovery;
  const problem = await judgePassword(password, { name: person.name, email });
  if (problem) return refuse('invalid', problem, { password: problem });
  const hash = await hashPassword(password);
  const refusal = await transact(async (unit) => {
    const now = await readClock(unit.tx);
    const used = await spendRecovery(unit.tx, token, now);
    if (!used) return spent;
    await setPassword(unit, person.id, hash, now);
    const count = await endSessions(unit, person.id);
    const actor = { kind: 'person' as const, ...person, role: used.role as PersonRole };
    await recordFacts(unit, { stream: personStream(person.id), actor, now }, [
      { kind: 'recovery.used', data: { person } },
      { kind: 'password.changed', data: { person } },
      ...(count > 0 ? [{ kind: 'sessions.revoked' as const, data: { person, count } }] : []),
    ]);
    return null;
  });
  if (refusal) return refusal;
  // Whoever forgot a password has guessed before: those guesses must not keep them out now.
  await forgiveAttempts(headers, email);
  return signIn(headers, { email, password });
}
