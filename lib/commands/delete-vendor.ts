import { z } from 'zod';
import { type Refusal, refuse } from '@/lib/core/refusal';
import { recordFacts } from '@/lib/store/facts';
import { administer } from './administer';
import { type Caller } from './caller';
import { describeVendor } from './vendor-record';

/** Takes a vendor out of the catalog. Not while an open incident waits for its answer. */
export async function deleteVendor(caller: Caller, id: string): Promise<{ name: string } | Refusal> {
  const what = { name: 'delete-vendor', subject: id, schema: z.null(), draft: null, lock: 'catalog' } as const;
  return administer(caller, what, async (unit, _, now) => {
    const { tx } = unit;
    const before = await describeVendor(tx, id);
    if (!before) return refuse('not-found', 'This vendor was deleted already.');
    const { name } = before;
    const waiting = JSON.stringify([{ vendor: { id }, state: 'waiting' }]);
    const [incident] = await tx.$queryRaw<{ number: number }[]>`
      select number from incident where open and state -> 'vendors' @> ${waiting}::jsonb limit 1`;
    if (incident)
      return refuse('conflict', `An open incident waits for an answer from ${name}. Give it up there first.`);
    await tx.vendor.delete({ where: { id } });
    const place = { stream: `vendor:${id}`, actor: caller.actor, now };
    await recordFacts(unit, place, [{ kind: 'vendor.deleted', data: { id, name, before } }]);
    return { name };
  });
}
