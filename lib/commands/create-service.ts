import { serviceInput } from '@/lib/core/catalog/service';
import { isRefusal, type Refusal } from '@/lib/core/refusal';
import { administer } from './administer';
import { type Caller } from './caller';
import { createRecord } from './record-kind';
import { serviceKind } from './service-record';

/** Writes a service into the catalog. Answers with its id, which is made from its name and never changes. */
export async function createService(caller: Caller, draft: unknown): Promise<{ id: string; name: string } | Refusal> {
  const what = { name: 'create-service', schema: serviceInput, draft, lock: 'catalog' } as const;
  return administer(caller, what, async (unit, input, now) => {
    const saved = await createRecord({ unit, actor: caller.actor, now }, serviceKind, input);
    return isRefusal(saved) ? saved : { id: saved.id, name: saved.name };
  });
}
