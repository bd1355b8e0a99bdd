import { keyOf } from '@/lib/core/catalog/key-of';
import { serviceInput } from '@/lib/core/catalog/service';
import { type Refusal } from '@/lib/core/refusal';
import { recordFacts } from '@/lib/store/facts';
import { administer } from './administer';
import { type Caller } from './caller';
import { describeService, refuseService, rowOf, writeDependencies } from './service-record';
import { usedKeys } from './used-keys';

/** Writes a service into the catalog. Answers with its id, which is made from its name and never changes. */
export async function createService(caller: Caller, draft: unknown): Promise<{ id: string; name: string } | Refusal> {
  const what = { name: 'create-service', schema: serviceInput, draft, lock: 'catalog' } as const;
  return administer(caller, what, async (unit, input, now) => {
    const refusal = await refuseService(unit.tx, null, input);
    if (refusal) return refusal;
    const { name } = input;
    const id = keyOf(name, 'service', await usedKeys(unit, 'service'));
    await unit.tx.service.create({ data: { id, ...rowOf(input) } });
    await writeDependencies(unit.tx, id, input.dependencies);
    const after = (await describeService(unit.tx, id, now)) ?? {};
    const place = { stream: `service:${id}`, actor: caller.actor, now };
    await recordFacts(unit, place, [{ kind: 'service.created', data: { id, name, after } }]);
    return { id, name };
  });
}
