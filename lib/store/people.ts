import { randomUUID } from 'node:crypto';
import { type Actor, type PersonRef, type PersonRole } from '@/lib/core/access/actor';
import { type AdministrationFacts } from '@/lib/core/facts/administration';
import { type Instant } from '@/lib/core/instant';
import { type Refusal, refuse } from '@/lib/core/refusal';
import { recordFacts } from './facts';
import { endRecovery } from './recovery';
import { type Unit } from './transact';

export interface NewPerson {
  id?: string;
  name: string;
  email: string;
  role: PersonRole;
  /** As made by the sign-in library; null for whoever signs in by passkey alone. */
  passwordHash: string | null;
  how: AdministrationFacts['person.created']['how'];
  /** Whoever lets them in; absent, they did it themselves by a link. */
  by?: Actor;
}

/** Adds a person, with the fact, in the caller's transaction. Refuses an address that somebody has. */
export async function insertPerson(unit: Unit, person: NewPerson, now: Instant): Promise<PersonRef | Refusal> {
  const { tx } = unit;
  const { name, role, passwordHash, how } = person;
  const id = person.id ?? randomUUID();
  const email = person.email.toLowerCase();
  const at = new Date(now);
  const { count } = await tx.person.createMany({
    data: [{ id, name, email, emailVerified: true, role, createdAt: at, updatedAt: at }],
    skipDuplicates: true,
  });
  if (count === 0) {
    const message = 'Somebody has this e-mail address already.';
    return refuse('taken', message, { email: message });
  }
  if (passwordHash !== null) await setPassword(unit, id, passwordHash, now);
  const actor: Actor = person.by ?? { kind: 'person', id, name, role };
  await recordFacts(unit, { stream: personStream(id), actor, now }, [
    { kind: 'person.created', data: { person: { id, name }, email, role, how } },
  ]);
  return { id, name };
}

/** Gives a person this password in place of any they had. A recovery link they had open is not needed any more. */
export async function setPassword({ tx }: Unit, userId: string, hash: string, now: Instant): Promise<void> {
  await endRecovery(tx, userId);
  const at = new Date(now);
  const changed = await tx.account.updateMany({
    where: { userId, providerId: 'credential' },
    data: { password: hash, updatedAt: at },
  });
  if (changed.count > 0) return;
  await tx.account.create({
    data: {
      id: randomUUID(),
      userId,
      accountId: userId,
      providerId: 'credential',
      password: hash,
      createdAt: at,
      updatedAt: at,
    },
  });
}

export function personStream(id: string): string {
  return `person:${id}`;
}
