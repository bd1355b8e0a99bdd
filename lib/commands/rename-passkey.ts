import { z } from 'zod';
import { idSchema } from '@/lib/core/incident/act';
import { type PersonRef } from '@/lib/core/access/actor';
import { nameOf } from '@/lib/core/access/person-input';
import { isRefusal, type Refusal, refuse } from '@/lib/core/refusal';
import { actOnSelf } from './act-on-self';
import { type Caller, parse } from './caller';

const input = z.object({ name: nameOf('Give it a name.') });

const removed = refuse('not-found', 'This passkey was removed already.');

/** Names one of one's own passkeys. A label for oneself, so it is no fact. */
export async function renamePasskey(caller: Caller, passkeyId: string, draft: unknown): Promise<PersonRef | Refusal> {
  if (isRefusal(parse(idSchema, passkeyId))) return removed;
  const parsed = parse(input, draft);
  if (isRefusal(parsed)) return parsed;
  return actOnSelf(caller, { name: 'rename-passkey', passkeyId, draft }, async ({ tx }, self) => {
    const { count } = await tx.passkey.updateMany({
      where: { id: passkeyId, userId: self.id },
      data: { name: parsed.input.name },
    });
    return count > 0 ? [] : removed;
  });
}
