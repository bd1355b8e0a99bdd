import { z } from 'zod';
import { changeBetween } from '@/lib/core/catalog/change';
import { vendorInput } from '@/lib/core/catalog/vendor-input';
import { type Refusal, refuse } from '@/lib/core/refusal';
import { recordFacts } from '@/lib/store/facts';
import { administer, basisInput, refuseStale } from './administer';
import { type Caller } from './caller';
import { describeVendor, refuseVendor, rowOf, writeVendorServices } from './vendor-record';

/** Rewrites a vendor. `basis` in the draft is how far its facts went when the editor opened it. */
export async function changeVendor(
  caller: Caller,
  id: string,
  draft: unknown,
): Promise<{ id: string; name: string } | Refusal> {
  const schema = z.intersection(vendorInput, basisInput);
  const what = { name: 'change-vendor', subject: id, schema, draft, lock: 'catalog' } as const;
  return administer(caller, what, async (unit, { basis, ...input }, now) => {
    const { tx } = unit;
    const stream = `vendor:${id}`;
    const before = await describeVendor(tx, id);
    if (!before) return refuse('not-found', 'This vendor was deleted.');
    const refusal = (await refuseStale(unit, stream, basis)) ?? (await refuseVendor(tx, id, input));
    if (refusal) return refusal;
    const { name } = input;
    await tx.vendor.update({ where: { id }, data: rowOf(input) });
    await writeVendorServices(tx, id, input.services);
    const change = changeBetween(before, (await describeVendor(tx, id)) ?? {});
    if (change) {
      const fact = { kind: 'vendor.changed', data: { id, name, ...change } } as const;
      await recordFacts(unit, { stream, actor: caller.actor, now }, [fact]);
    }
    return { id, name };
  });
}
