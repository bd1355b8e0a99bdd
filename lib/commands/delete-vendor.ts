import { z } from 'zod';
import { type Refusal } from '@/lib/core/refusal';
import { administer } from './administer';
import { type Caller } from './caller';
import { deleteRecord } from './record-kind';
import { vendorKind } from './vendor-record';

/** Takes a vendor out of the catalog. Not while an open incident waits for its answer. */
export async function deleteVendor(caller: Caller, id: string): Promise<{ name: string } | Refusal> {
  const what = { name: 'delete-vendor', subject: id, schema: z.null(), draft: null, lock: 'catalog' } as const;
  return administer(caller, what, (unit, _, now) => deleteRecord({ unit, actor: caller.actor, now }, vendorKind, id));
}
