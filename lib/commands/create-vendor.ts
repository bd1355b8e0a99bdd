import { keyOf } from '@/lib/core/catalog/key-of';
import { vendorInput } from '@/lib/core/catalog/vendor-input';
import { type Refusal } from '@/lib/core/refusal';
import { recordFacts } from '@/lib/store/facts';
import { administer } from './administer';
import { type Caller } from './caller';
import { usedKeys } from './used-keys';
import { describeVendor, refuseVendor, rowOf, writeVendorServices } from './vendor-record';

/** Writes a vendor down. Answers with its id, which is made from its name and never changes. */
export async function createVendor(caller: Caller, draft: unknown): Promise<{ id: string; name: string } | Refusal> {
  const what = { name: 'create-vendor', schema: vendorInput, draft, lock: 'catalog' } as const;
  return administer(caller, what, async (unit, input, now) => {
    const refusal = await refuseVendor(unit.tx, null, input);
    if (refusal) return refusal;
    const { name } = input;
    const id = keyOf(name, 'vendor', await usedKeys(unit, 'vendor'));
    await unit.tx.vendor.create({ data: { id, ...rowOf(input) } });
    await writeVendorServices(unit.tx, id, input.services);
    const after = (await describeVendor(unit.tx, id)) ?? {};
    const place = { stream: `vendor:${id}`, actor: caller.actor, now };
    await recordFacts(unit, place, [{ kind: 'vendor.created', data: { id, name, after } }]);
    return { id, name };
  });
}
