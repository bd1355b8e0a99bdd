import { randomUUID } from 'node:crypto';
import { getAuthenticatorName } from '@better-auth/passkey';
import { APIError } from 'better-auth/api';
import { z } from 'zod';
import { emailInput, nameInput } from '@/lib/core/access/person-input';
import { type PersonRole } from '@/lib/core/access/actor';
import { isRefusal, type Refusal, statusOf } from '@/lib/core/refusal';
import { readClock } from '@/lib/store/clock';
import { recordFacts } from '@/lib/store/facts';
import { personStream } from '@/lib/store/people';
import { admit, linkInput, readAdmission } from './admission';
import { currentUnit } from './auth-database';

/** What a browser sends along when someone without an account makes a passkey: the link that lets them in, and who they are. */
const newcomer = linkInput.extend({ name: nameInput, email: emailInput });

function readNewcomer(context: string | null | undefined): z.infer<typeof newcomer> {
  const parsed = newcomer.safeParse(jsonOf(context));
  if (parsed.success) return parsed.data;
  throw new APIError('BAD_REQUEST', { message: parsed.error.issues[0]?.message ?? 'Open your link again.' });
}

function jsonOf(text: string | null | undefined): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}

/** For whom a passkey is being made when nobody is signed in: whoever holds a set-up link or an invitation. */
export async function passkeyFor({ context }: { context?: string | null | undefined }) {
  const who = readNewcomer(context);
  const admission = await readAdmission(who);
  if (isRefusal(admission)) throw asError(admission);
  return { id: randomUUID(), name: admission.email ?? who.email, displayName: who.name };
}

interface Verified {
  ctx: { body?: unknown };
  verification: { registrationInfo?: { aaguid: string } | undefined };
  user: { id: string };
  context?: string | null | undefined;
}

/** Records a passkey that was just proved; a newcomer is let in first, in the same transaction. */
export async function passkeyAdded({ ctx, verification, user, context }: Verified) {
  const unit = currentUnit();
  if (context) {
    const { kind, token, name, email } = readNewcomer(context);
    const person = await admit(unit, { kind, token }, { id: user.id, name, email, passwordHash: null });
    if (isRefusal(person)) throw asError(person);
  }
  const person = await unit.tx.person.findUniqueOrThrow({ where: { id: user.id } });
  const named = z.object({ name: nameInput }).safeParse(ctx.body);
  const name = named.success
    ? named.data.name
    : (getAuthenticatorName(verification.registrationInfo?.aaguid) ?? 'Passkey');
  const actor = { kind: 'person' as const, id: person.id, name: person.name, role: person.role as PersonRole };
  await recordFacts(unit, { stream: personStream(person.id), actor, now: await readClock(unit.tx) }, [
    { kind: 'passkey.added', data: { person: { id: person.id, name: person.name }, name } },
  ]);
  return { userId: person.id, name };
}

function asError({ refusal, message }: Refusal): APIError {
  return new APIError(statusOf[refusal] === 409 ? 'CONFLICT' : 'FORBIDDEN', { message });
}
