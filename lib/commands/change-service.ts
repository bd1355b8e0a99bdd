import { z } from 'zod';
import { serviceInput } from '@/lib/core/catalog/service';
import { isRefusal, type Refusal } from '@/lib/core/refusal';
import { administer, basisInput, refuseStale } from './administer';
import { type Caller } from './caller';
import { changeRecord } from './record-kind';
import { serviceKind } from './service-record';

/** Rewrites a service. `basis` in the draft is how far its facts went when the editor opened it. */
export async function changeService(
  caller: Caller,
  id: string,
  draft: unknown,
): Promise<{ id: string; name: string } | Refusal> {
  const schema = z.intersection(serviceInput, basisInput);
  const what = { name: 'change-service', subject: id, schema, draft, lock: 'catalog' } as const;
  return administer(caller, what, async (unit, input, now) => {
    const fresh = (stream: string) => refuseStale(unit, stream, input.basis);
    const saved = await changeRecord({ unit, actor: caller.actor, now }, serviceKind, id, input, fresh);
    return isRefusal(saved) ? saved : { id: saved.id, name: saved.name };
  });
}
