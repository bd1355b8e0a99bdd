import { vendorInput } from '@/lib/core/catalog/vendor-input';
import { isRefusal, type Refusal } from '@/lib/core/refusal';
import { administer } from './administer';
import { type Caller } from './caller';
import { createRecord } from './record-kind';
import { vendorKind } from './vendor-record';

/** Writes a vendor down. Answers with its id, which is made from its name and never changes. */
export async function createVendor(caller: Caller, draft: unknown): Promise<{ id: string; name: string } | Refusal> {
  const what = { name: 'create-vendor', schema: vendorInput, draft, lock: 'catalog' } as const;
  return administer(caller, what, async (unit, input, now) => {
    const saved = await createRecord({ unit, actor: caller.actor, now }, vendorKind, input);
    return isRefusal(saved) ? saved : { id: saved.id, name: saved.name };
  });
}
