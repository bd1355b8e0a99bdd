import { type PersonRef } from '@/lib/core/access/actor';
import { type Refusal, refuse } from '@/lib/core/refusal';
import { actOnSelf } from './act-on-self';
import { type Caller } from './caller';

/** Removes one of one's own passkeys, unless it is the only way left to sign in. */
export async function removePasskey(caller: Caller, passkeyId: string): Promise<PersonRef | Refusal> {
  return actOnSelf(caller, { name: 'remove-passkey', passkeyId }, async ({ tx }, self) => {
    const mine = await tx.passkey.findMany({ where: { userId: self.id }, select: { id: true, name: true } });
    const passkey = mine.find(({ id }) => id === passkeyId);
    if (!passkey) return refuse('not-found', 'This passkey was removed already.');
    const password = await tx.account.findFirst({
      where: { userId: self.id, providerId: 'credential', password: { not: null } },
      select: { id: true },
    });
    if (mine.length === 1 && !password) {
      return refuse('conflict', 'This is your only way to sign in. Set a password or add another passkey first.');
    }
    await tx.passkey.delete({ where: { id: passkeyId } });
    return [{ kind: 'passkey.removed', data: { person: self, name: passkey.name ?? 'Passkey' } }];
  });
}
