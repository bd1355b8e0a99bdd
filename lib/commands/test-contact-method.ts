import { type PersonRef } from '@/lib/core/access/actor';
import { textsIn } from '@/lib/core/language/texts-in';
import { type Refusal, refuse } from '@/lib/core/refusal';
import { sendAlone } from '@/lib/store/contact-methods';
import { readReader } from '@/lib/store/reader';
import { type Caller } from './caller';
import { refuseManyCodes } from './code-limit';
import { actOnOwnMethod } from './own-contact-method';

/** Sends oneself a test by one contact method, through all that a page goes through. The ledger says how long it took. */
export async function testContactMethod(caller: Caller, methodId: string): Promise<PersonRef | Refusal> {
  return actOnOwnMethod(caller, { name: 'test-contact-method', methodId }, async ({ unit, self, method, now }) => {
    if (!method.verifiedAt) return refuse('conflict', 'Verify it first, by the code that was sent.');
    const limited = await refuseManyCodes(unit.tx, self.id);
    if (limited) return limited;
    const { test } = textsIn((await readReader(unit.tx, self.id)).language);
    const text = { title: test.title, body: test.body({ name: self.name }) };
    await sendAlone(unit.tx, method, { purpose: 'test', ...text }, now);
    unit.bells.push({ deliveries: true });
    return [];
  });
}
