import { z } from 'zod';
import { DAY, type Instant, plus } from '@/lib/core/instant';
import { isRefusal, type Refusal, refuse } from '@/lib/core/refusal';
import { makeRecovery } from '@/lib/store/recovery';
import { administerPerson } from './administer-person';
import { type Caller } from './caller';

/** A way back for a person who cannot sign in; `path` is the part of the link after the public address, shown once. */
export interface OfferedRecovery {
  name: string;
  path: string;
  expiresAt: Instant;
}

/** Makes a one-time link by which a person chooses a new password. An earlier one for the same person stops working. */
export async function offerRecovery({ actor }: Caller, id: string): Promise<OfferedRecovery | Refusal> {
  // The answer holds a secret, so it is never kept for a retry: asking again makes a new link and ends this one.
  const what = { name: 'offer-recovery', schema: z.object({}), draft: {} };
  const link = { token: '', expiresAt: '' };
  const done = await administerPerson({ actor }, id, what, async ({ tx }, { name, active }, _input, now) => {
    if (!active) return refuse('conflict', `${name} is deactivated. Reactivate them first.`);
    link.expiresAt = plus(now, DAY);
    link.token = await makeRecovery(tx, id, { now, expiresAt: link.expiresAt });
    return [{ kind: 'recovery.offered', data: { person: { id, name }, expiresAt: link.expiresAt } }];
  });
  if (isRefusal(done)) return done;
  return { name: done.name, path: `/recovery/${link.token}`, expiresAt: link.expiresAt };
}
