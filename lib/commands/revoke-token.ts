import { z } from 'zod';
import { type Refusal, refuse } from '@/lib/core/refusal';
import { recordFacts } from '@/lib/store/facts';
import { ringAccess } from '@/lib/store/sessions';
import { administer } from './administer';
import { type Caller } from './caller';

/** Makes an API token worthless at once, for requests and for open sockets. */
export async function revokeToken(caller: Caller, id: string): Promise<{ id: string; name: string } | Refusal> {
  const what = { name: 'revoke-token', schema: z.object({}), draft: {}, subject: id, lock: 'people' } as const;
  return administer(caller, what, async (unit, _input, now) => {
    const row = await unit.tx.token.findUnique({ where: { id } });
    if (!row) return refuse('not-found', 'There is no such token.');
    if (row.revokedAt) return refuse('taken', 'This token was revoked before.');
    await unit.tx.token.update({ where: { id }, data: { revokedAt: new Date(now) } });
    const { name } = row;
    const stream = `token:${id}`;
    ringAccess(unit, stream);
    await recordFacts(unit, { stream, actor: caller.actor, now }, [{ kind: 'token.revoked', data: { id, name } }]);
    return { id, name };
  });
}
