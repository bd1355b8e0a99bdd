import { randomBytes, randomUUID } from 'node:crypto';
import { z } from 'zod';
import { emailInput, roleInput } from '@/lib/core/access/person-input';
import { DAY, type Instant, plus } from '@/lib/core/instant';
import { type Refusal, refuse } from '@/lib/core/refusal';
import { recordFacts } from '@/lib/store/facts';
import { digestOf } from '@/lib/store/token-secret';
import { administer } from './administer';
import { type Caller } from './caller';

const input = z.object({
  email: emailInput,
  role: roleInput,
  /** After how many days the link stops working. */
  days: z.coerce.number().int().min(1, 'At least one day.').max(30, 'At most 30 days.').default(7),
});

/** An invitation; `path` is the part of its link after the public address, shown once. */
export interface Invited {
  id: string;
  email: string;
  path: string;
  expiresAt: Instant;
}

/** Invites somebody by a link. An earlier invitation to the same address stops working. */
export async function invitePerson(caller: Caller, draft: unknown): Promise<Invited | Refusal> {
  // The answer holds a secret, so it is never kept for a retry: asking again makes a new link and ends this one.
  const { actor } = caller;
  const what = { name: 'invite-person', schema: input, draft, lock: 'people' } as const;
  return administer({ actor }, what, async (unit, { email, role, days }, now) => {
    const { tx } = unit;
    if (await tx.person.findUnique({ where: { email }, select: { id: true } })) {
      const message = 'Somebody has this e-mail address already.';
      return refuse('taken', message, { email: message });
    }
    await tx.invitation.updateMany({
      where: { email, acceptedAt: null, revokedAt: null },
      data: { revokedAt: new Date(now) },
    });
    const [id, token] = [randomUUID(), randomBytes(24).toString('base64url')];
    const expiresAt = plus(now, days * DAY);
    await tx.invitation.create({
      data: { id, email, role, tokenHash: digestOf(token), invitedBy: actor.name, createdAt: now, expiresAt },
    });
    await recordFacts(unit, { stream: `invitation:${id}`, actor, now }, [
      { kind: 'person.invited', data: { email, role, expiresAt } },
    ]);
    return { id, email, path: `/invitation/${token}`, expiresAt };
  });
}
