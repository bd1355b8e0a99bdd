import { z } from 'zod';
import { type PersonRef, type PersonRole, personRoles } from '@/lib/core/access/actor';
import { type Instant } from '@/lib/core/instant';
import { isRefusal, type Refusal, refuse } from '@/lib/core/refusal';
import { readClock } from '@/lib/store/clock';
import { type Transaction, database } from '@/lib/store/database';
import { insertPerson } from '@/lib/store/people';
import { digestOf } from '@/lib/store/token-secret';
import { type Unit } from '@/lib/store/transact';

/** The link that lets somebody in: the one-time set-up link, or an invitation. */
export const linkInput = z.object({ kind: z.enum(['set-up', 'invitation']), token: z.string().min(1).max(200) });
export type Link = z.infer<typeof linkInput>;

/** What a link stands for. An invitation fixes the address; at set-up it is chosen. */
export interface Admission {
  role: PersonRole;
  email: string | null;
  expiresAt: Instant;
}

export const setUpKey = 'set-up';
const keptSetUp = z.object({ hash: z.string(), expiresAt: z.string() });

/** What a link stands for, if it still opens the door; in a transaction the link is locked until its end. */
export async function readAdmission(link: Link, tx?: Transaction): Promise<Admission | Refusal> {
  const now = await readClock(tx);
  return link.kind === 'set-up' ? readSetUp(link.token, now, tx) : readInvitation(link.token, now, tx);
}

/** Lets in whoever holds the link: makes the person and uses the link up, in the caller's transaction. */
export async function admit(
  unit: Unit,
  link: Link,
  who: { id?: string; name: string; email: string; passwordHash: string | null },
): Promise<PersonRef | Refusal> {
  const { tx } = unit;
  const admission = await readAdmission(link, tx);
  if (isRefusal(admission)) return admission;
  const now = await readClock(tx);
  const { role } = admission;
  const person = await insertPerson(unit, { ...who, email: admission.email ?? who.email, role, how: link.kind }, now);
  if (isRefusal(person)) return person;
  if (link.kind === 'set-up') await tx.setting.delete({ where: { key: setUpKey } });
  else await tx.invitation.update({ where: { tokenHash: digestOf(link.token) }, data: { acceptedAt: new Date(now) } });
  return person;
}

async function readSetUp(token: string, now: Instant, tx?: Transaction): Promise<Admission | Refusal> {
  const client = tx ?? database;
  const rows = tx
    ? await tx.$queryRaw<{ value: unknown }[]>`select value from setting where key = ${setUpKey} for update`
    : await client.setting.findMany({ where: { key: setUpKey } });
  const kept = keptSetUp.safeParse(rows[0]?.value);
  if (await client.person.findFirst({ select: { id: true } })) {
    return refuse('taken', 'Quarterdeck has been set up already. Sign in, or ask an administrator for an invitation.');
  }
  if (!kept.success || kept.data.hash !== digestOf(token)) {
    return refuse(
      'not-found',
      'This set-up link is not the newest. Use the one printed when Quarterdeck last started.',
    );
  }
  if (kept.data.expiresAt <= now) {
    return refuse('expired', 'This set-up link has expired. Start Quarterdeck again; it prints a new one.');
  }
  return { role: 'administrator', email: null, expiresAt: kept.data.expiresAt };
}

async function readInvitation(token: string, now: Instant, tx?: Transaction): Promise<Admission | Refusal> {
  const tokenHash = digestOf(token);
  if (tx) await tx.$queryRaw`select id from invitation where token_hash = ${tokenHash} for update`;
  const row = await (tx ?? database).invitation.findUnique({ where: { tokenHash } });
  if (!row) return refuse('not-found', 'This invitation does not exist. Check that the link is complete.');
  if (row.acceptedAt) return refuse('taken', 'This invitation has been used. Sign in with the account it made.');
  if (row.revokedAt) return refuse('expired', 'This invitation was withdrawn. Ask an administrator for another.');
  if (row.expiresAt.toISOString() <= now) {
    return refuse('expired', 'This invitation has expired. Ask an administrator for another.');
  }
  const role = personRoles.find((known) => known === row.role) ?? 'observer';
  return { role, email: row.email, expiresAt: row.expiresAt.toISOString() };
}
