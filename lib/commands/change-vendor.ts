import { z } from 'zod';
import { vendorInput } from '@/lib/core/catalog/vendor-input';
import { isRefusal, type Refusal } from '@/lib/core/refusal';
import { administer, basisInput, refuseStale } from './administer';
import { type Caller } from './caller';
import { changeRecord } from './record-kind';
import { vendorKind } from './vendor-record';

/** Rewrites a vendor. `basis` in the draft is how far its facts went when the editor opened it. */
export async function changeVendor(
  caller: Caller,
  id: string,
  draft: unknown,
): Promise<{ id: string; name: string } | Refusal> {
  const schema = z.intersection(vendorInput, basisInput);
  const what = { name: 'change-vendor', subject: id, schema, draft, lock: 'catalog' } as const;
  return administer(caller, what, async (unit, input, now) => {
    const fresh = (stream: string) => refuseStale(unit, stream, input.basis);
    const saved = await changeRecord({ unit, actor: caller.actor, now }, vendorKind, id, input, fresh);
    return isRefusal(saved) ? saved : { id: saved.id, name: saved.name };
  });
}
