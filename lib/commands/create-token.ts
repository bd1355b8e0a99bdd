import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { nameOf, roleInput } from '@/lib/core/access/person-input';
import { type Refusal } from '@/lib/core/refusal';
import { recordFacts } from '@/lib/store/facts';
import { mintToken } from '@/lib/store/token-secret';
import { administer } from './administer';
import { type Caller } from './caller';

const input = z.object({
  name: nameOf('Name it after the machine that uses it.'),
  role: roleInput,
});

/** Makes an API token. `token` is the secret itself, shown this once. */
export async function createToken(
  { actor }: Caller,
  draft: unknown,
): Promise<{ id: string; name: string; token: string } | Refusal> {
  // The answer holds a secret, so it is never kept for a retry.
  const what = { name: 'create-token', schema: input, draft, lock: 'people' } as const;
  return administer({ actor }, what, async (unit, { name, role }, now) => {
    const id = randomUUID();
    const { token, hash, prefix } = mintToken();
    await unit.tx.token.create({ data: { id, name, role, hash, prefix, createdBy: actor.name, createdAt: now } });
    await recordFacts(unit, { stream: `token:${id}`, actor, now }, [
      { kind: 'token.created', data: { id, name, role } },
    ]);
    return { id, name, token };
  });
}
