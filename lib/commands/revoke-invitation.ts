import { z } from 'zod';
import { type Refusal, refuse } from '@/lib/core/refusal';
import { recordFacts } from '@/lib/store/facts';
import { administer } from './administer';
import { type Caller } from './caller';

/** Withdraws an invitation that nobody has accepted yet. */
export async function revokeInvitation(caller: Caller, id: string): Promise<{ email: string } | Refusal> {
  const what = { name: 'revoke-invitation', schema: z.object({}), draft: {}, subject: id, lock: 'people' } as const;
  return administer(caller, what, async (unit, _input, now) => {
    const { tx } = unit;
    const { count } = await tx.invitation.updateMany({
      where: { id, acceptedAt: null, revokedAt: null },
      data: { revokedAt: new Date(now) },
    });
    const row = await tx.invitation.findUnique({ where: { id } });
    if (!row) return refuse('not-found', 'There is no such invitation.');
    if (count === 0)
      return refuse('taken', row.acceptedAt ? 'It has been accepted already.' : 'It was withdrawn before.');
    const { email } = row;
    await recordFacts(unit, { stream: `invitation:${id}`, actor: caller.actor, now }, [
      { kind: 'invitation.revoked', data: { email } },
    ]);
    return { email };
  });
}
