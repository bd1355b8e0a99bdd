import { z } from 'zod';
import { changeBetween } from '@/lib/core/catalog/change';
import { serviceInput } from '@/lib/core/catalog/service';
import { type Refusal, refuse } from '@/lib/core/refusal';
import { recordFacts } from '@/lib/store/facts';
import { administer, basisInput, refuseStale } from './administer';
import { type Caller } from './caller';
import { describeService, refuseService, rowOf, writeDependencies } from './service-record';

/** Rewrites a service. `basis` in the draft is how far its facts went when the editor opened it. */
export async function changeService(
  caller: Caller,
  id: string,
  draft: unknown,
): Promise<{ id: string; name: string } | Refusal> {
  const schema = z.intersection(serviceInput, basisInput);
  const what = { name: 'change-service', subject: id, schema, draft, lock: 'catalog' } as const;
  return administer(caller, what, async (unit, input, now) => {
    const { tx } = unit;
    const stream = `service:${id}`;
    const before = await describeService(tx, id, now);
    if (!before) return refuse('not-found', 'This service was deleted.');
    const refusal = (await refuseStale(unit, stream, input.basis)) ?? (await refuseService(tx, id, input));
    if (refusal) return refusal;
    const { name } = input;
    await tx.service.update({ where: { id }, data: rowOf(input) });
    await writeDependencies(tx, id, input.dependencies);
    const change = changeBetween(before, (await describeService(tx, id, now)) ?? {});
    if (change) {
      const fact = { kind: 'service.changed', data: { id, name, ...change } } as const;
      await recordFacts(unit, { stream, actor: caller.actor, now }, [fact]);
    }
    return { id, name };
  });
}
