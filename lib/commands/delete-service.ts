import { z } from 'zod';
import { type Refusal } from '@/lib/core/refusal';
import { administer } from './administer';
import { type Caller } from './caller';
import { deleteRecord } from './record-kind';
import { serviceKind } from './service-record';

/** Takes a service out of the catalog, and out of what depends on it. Not while an open incident is about it. */
export async function deleteService(caller: Caller, id: string): Promise<{ name: string } | Refusal> {
  const what = { name: 'delete-service', subject: id, schema: z.null(), draft: null, lock: 'catalog' } as const;
  return administer(caller, what, (unit, _, now) => deleteRecord({ unit, actor: caller.actor, now }, serviceKind, id));
}
