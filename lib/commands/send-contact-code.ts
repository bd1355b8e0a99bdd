import { type PersonRef } from '@/lib/core/access/actor';
import { type Refusal } from '@/lib/core/refusal';
import { sendCode } from '@/lib/store/contact-methods';
import { type Caller } from './caller';
import { refuseManyCodes } from './code-limit';
import { actOnOwnMethod } from './own-contact-method';

/** Sends another code to one's contact method that is not verified yet; the one before works no more. */
export async function sendContactCode(caller: Caller, methodId: string): Promise<PersonRef | Refusal> {
  return actOnOwnMethod(caller, { name: 'send-contact-code', methodId }, async ({ unit, self, method, now }) => {
    if (method.verifiedAt) return [];
    const limited = await refuseManyCodes(unit.tx, self.id);
    if (limited) return limited;
    await sendCode(unit.tx, method, now);
    unit.bells.push({ deliveries: true });
    return [];
  });
}
