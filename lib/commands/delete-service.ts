import { z } from 'zod';
import { type Refusal, refuse } from '@/lib/core/refusal';
import { recordFacts } from '@/lib/store/facts';
import { administer } from './administer';
import { type Caller } from './caller';
import { describeService } from './service-record';

/** Takes a service out of the catalog, and out of what depends on it. Not while an open incident is about it. */
export async function deleteService(caller: Caller, id: string): Promise<{ name: string } | Refusal> {
  const what = { name: 'delete-service', subject: id, schema: z.null(), draft: null, lock: 'catalog' } as const;
  return administer(caller, what, async (unit, _, now) => {
    const before = await describeService(unit.tx, id, now);
    if (!before) return refuse('not-found', 'This service was deleted already.');
    const open = await unit.tx.incidentService.count({ where: { serviceId: id, incident: { open: true } } });
    if (open > 0) return refuse('conflict', `An open incident is about ${before.name}. Resolve it first.`);
    const { name } = before;
    await unit.tx.service.delete({ where: { id } });
    const place = { stream: `service:${id}`, actor: caller.actor, now };
    await recordFacts(unit, place, [{ kind: 'service.deleted', data: { id, name, before } }]);
    return { name };
  });
}
