import { z } from 'zod';
import { isRefusal, type Refusal } from '@/lib/core/refusal';
import { answeredBefore, keepAnswer } from '@/lib/store/answered-before';
import { type Unit, transact } from '@/lib/store/transact';
import { type Caller, parse } from './caller';

const keyInput = z.object({ requestKey: z.string().max(300).optional() });

/**
 * Runs `work` in one transaction, and once only for a request that carries a key: asked again, it is given the same answer.
 * A refusal changes nothing and is not kept.
 */
export async function once<Answer extends object>(
  { actor, requestKey }: Caller,
  what: unknown,
  work: (unit: Unit) => Promise<Answer | Refusal>,
): Promise<Answer | Refusal> {
  const key = parse(keyInput, { requestKey });
  if (isRefusal(key)) return key;
  return transact(async (unit) => {
    if (!requestKey) return work(unit);
    const request = { actorId: actor.id, key: requestKey, what };
    const before = await answeredBefore(unit.tx, request);
    if (isRefusal(before)) return before;
    if (before) return before.response as Answer;
    const answer = await work(unit);
    if (!isRefusal(answer)) await keepAnswer(unit.tx, request, answer);
    return answer;
  });
}
