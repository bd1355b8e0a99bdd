import { randomBytes, randomUUID } from 'node:crypto';
import { type Instant } from '@/lib/core/instant';
import { type Transaction } from './database';
import { digestOf } from './token-secret';

// A link is a row of what the sign-in library calls verifications: its digest, whom it is for, and until when.
const mark = 'recovery:';

interface Found {
  person: { id: string; name: string };
  email: string;
  role: string;
  expiresAt: Instant;
}

/** Makes a recovery link for a person in place of any before it. Answers with its secret, of which only a digest is kept. */
export async function makeRecovery(
  tx: Transaction,
  personId: string,
  { now, expiresAt }: { now: Instant; expiresAt: Instant },
): Promise<string> {
  await endRecovery(tx, personId);
  const token = randomBytes(24).toString('base64url');
  const identifier = `${mark}${digestOf(token)}`;
  await tx.verification.create({
    data: { id: randomUUID(), identifier, value: personId, expiresAt, createdAt: now, updatedAt: now },
  });
  return token;
}

/** Makes any link that a person has open worthless. */
export async function endRecovery(tx: Transaction, personId: string): Promise<void> {
  await tx.verification.deleteMany({ where: { value: personId, identifier: { startsWith: mark } } });
}

/** For whom a link is, while it works: not after its time, and never for a deactivated person. */
export async function findRecovery(
  tx: Pick<Transaction, 'verification' | 'person'>,
  token: string,
  now: Instant,
): Promise<Found | null> {
  const link = await tx.verification.findFirst({
    where: { identifier: `${mark}${digestOf(token)}`, expiresAt: { gt: now } },
  });
  const row = link && (await tx.person.findUnique({ where: { id: link.value, active: true } }));
  if (!row) return null;
  const { id, name, email, role } = row;
  return { person: { id, name }, email, role, expiresAt: link.expiresAt.toISOString() };
}

/** Uses a link up, for one of those who try at the same moment. */
export async function spendRecovery(tx: Transaction, token: string, now: Instant): Promise<Found | null> {
  const identifier = `${mark}${digestOf(token)}`;
  await tx.$queryRaw`select id from verification where identifier = ${identifier} for update`;
  const found = await findRecovery(tx, token, now);
  if (found) await tx.verification.deleteMany({ where: { identifier } });
  return found;
}
