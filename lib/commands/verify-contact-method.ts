import { type PersonRef } from '@/lib/core/access/actor';
import { codeInput } from '@/lib/core/notification/contact-method-input';
import { isRefusal, type Refusal, refuse } from '@/lib/core/refusal';
import { isCode } from '@/lib/store/contact-methods';
import { type Caller, parse } from './caller';
import { actOnOwnMethod } from './own-contact-method';

/** Wrong codes after which a fresh one must be sent: a million codes cannot be tried. */
const mostTries = 5;

const words = 'That is not the code that was sent last.';
const wrong = refuse('invalid', words, { code: words });
const stale = refuse('expired', 'This code does not work any more. Have a fresh one sent.');

/** Says that one's contact method is one's own, by the code that was sent there. A wrong one counts, though it is refused. */
export async function verifyContactMethod(
  caller: Caller,
  methodId: string,
  draft: unknown,
): Promise<PersonRef | Refusal> {
  const parsed = parse(codeInput, draft);
  if (isRefusal(parsed)) return parsed;
  return actOnOwnMethod(caller, { name: 'verify-contact-method', methodId, draft }, async (found) => {
    const { unit, self, method, now } = found;
    const { id, channel, shown, codeDigest, codeExpiresAt, codeTries, verifiedAt } = method;
    if (verifiedAt) return [];
    if (!codeDigest || !codeExpiresAt || codeExpiresAt.toISOString() <= now || codeTries >= mostTries) return stale;
    const right = isCode(id, parsed.input.code, codeDigest);
    const data = right ? { verifiedAt: now, codeDigest: null, codeExpiresAt: null } : { codeTries: codeTries + 1 };
    await unit.tx.contactMethod.update({ where: { id }, data });
    return right ? [{ kind: 'contact-method.verified', data: { person: self, id, channel, shown } }] : wrong;
  });
}
