import { randomUUID } from 'node:crypto';
import { type PersonRef } from '@/lib/core/access/actor';
import { shownAs } from '@/lib/core/notification/channels';
import { contactMethodInput } from '@/lib/core/notification/contact-method-input';
import { type Refusal, isRefusal, refuse } from '@/lib/core/refusal';
import { sealOfMethod, sendCode } from '@/lib/store/contact-methods';
import { Unsealable, seal, unseal } from '@/lib/store/sealed';
import { actOnSelf } from './act-on-self';
import { type Caller, parse } from './caller';
import { refuseManyCodes } from './code-limit';

const mostMethods = 20;

/**
 * Adds a way to reach oneself. It counts once it is verified: by typing the code that is sent there; a browser that lets itself be
 * called needs none.
 */
export async function addContactMethod(caller: Caller, draft: unknown): Promise<PersonRef | Refusal> {
  const parsed = parse(contactMethodInput, draft);
  if (isRefusal(parsed)) return parsed;
  const { channel, address, label } = parsed.input;
  const shown = shownAs(channel, address);
  return actOnSelf(caller, { name: 'add-contact-method', draft }, async (unit, self, now) => {
    const { tx } = unit;
    const id = randomUUID();
    // The same browser, turned on again: what it was called by before is gone for good.
    if (channel === 'push')
      await tx.contactMethod.deleteMany({
        where: { personId: self.id, channel, label: label ?? '', goneAt: { not: null } },
      });
    const own = await tx.contactMethod.findMany({ where: { personId: self.id } });
    if (own.length >= mostMethods) return refuse('conflict', `You have ${mostMethods} already. Remove one first.`);
    const double = channel !== 'push' && own.find((each) => each.channel === channel && isKept(each, address));
    if (double) {
      const message = `You have this already: ${double.shown}.`;
      return refuse('taken', message, { address: message });
    }
    const limited = channel === 'push' ? null : await refuseManyCodes(tx, self.id);
    if (limited) return limited;
    const row = { id, personId: self.id, channel, label: label ?? '', shown, createdAt: now };
    const verifiedAt = channel === 'push' ? now : null;
    await tx.contactMethod.create({ data: { ...row, address: seal(address, sealOfMethod(id)), verifiedAt } });
    if (channel !== 'push') {
      await sendCode(tx, { id, personId: self.id, channel, shown }, now);
      unit.bells.push({ deliveries: true });
    }
    return [{ kind: 'contact-method.added', data: { person: self, id, channel, shown } }];
  });
}

/** Whether a contact method has this address, of mail however its letters are written; one that cannot be opened has none. */
function isKept(method: { id: string; channel: string; address: string }, address: string): boolean {
  const plain = (text: string) => (method.channel === 'email' ? text.toLowerCase() : text);
  try {
    return plain(unseal(method.address, sealOfMethod(method.id))) === plain(address);
  } catch (error) {
    if (error instanceof Unsealable) return false;
    throw error;
  }
}
