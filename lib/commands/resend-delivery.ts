import { z } from 'zod';
import { mayAdminister } from '@/lib/core/access/may';
import { isRefusal, type Refusal, refuse } from '@/lib/core/refusal';
import { type Purpose } from '@/lib/store/deliveries';
import { lockDestined } from '@/lib/store/destined';
import { lockIncident } from '@/lib/store/lock-incident';
import { type Caller, parse } from './caller';
import { counted } from './counted';
import { isNeedless } from './is-needless';
import { once } from './once';

const idInput = z.string().regex(/^\d{1,18}$/u);

/** A code or a test that fails again and again would ring a stranger without end. */
const sentAgain: readonly Purpose[] = ['page', 'news', 'vendor'];

/** Puts a message that was given up back into the queue, as if it were fresh. Its person may, and an administrator. */
export async function resendDelivery(caller: Caller, deliveryId: string): Promise<{ id: string } | Refusal> {
  const gone = refuse('not-found', 'There is no such message.');
  if (isRefusal(parse(idInput, deliveryId))) return gone;
  const everybodys = mayAdminister(caller.actor);
  const self = caller.actor.kind === 'person' ? caller.actor.id : '';
  return counted('resend-delivery', () =>
    once(caller, { name: 'resend-delivery', deliveryId }, async ({ tx, bells }) => {
      const about = await tx.delivery.findUnique({ where: { id: BigInt(deliveryId) } });
      // The incident is locked first, as by everything that takes messages back.
      const incident = about?.incidentNumber ? await lockIncident(tx, about.incidentNumber) : null;
      const row = await lockDestined(tx, deliveryId);
      if (!row || !(everybodys || row.person_id === self)) return gone;
      if (!sentAgain.includes(row.purpose))
        return refuse('conflict', 'Codes and tests are not sent again. Ask for another.');
      if (isNeedless(row, incident?.incident ?? null))
        return refuse('conflict', 'Nobody waits for this message any more.');
      if (row.method_id === null && row.vendor_id === null)
        return refuse('conflict', 'Its contact method was removed.');
      if (row.state !== 'dead' && row.state !== 'failed') return refuse('conflict', 'This message was not given up.');
      await tx.$executeRaw`
        update delivery set state = 'waiting', due_at = app_now(), attempts = 0, error = null where id = ${deliveryId}::bigint`;
      bells.push({ deliveries: true });
      return { id: deliveryId };
    }),
  );
}
