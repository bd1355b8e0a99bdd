import { z } from 'zod';
import { mayAdminister } from '@/lib/core/access/may';
import { isRefusal, type Refusal, refuse } from '@/lib/core/refusal';
import { type Caller, parse } from './caller';
import { counted } from './counted';
import { once } from './once';

const idInput = z.string().regex(/^\d{1,18}$/u);

/** Puts a message that was given up back into the queue, as if it were fresh. Its person may, and an administrator. */
export async function resendDelivery(caller: Caller, deliveryId: string): Promise<{ id: string } | Refusal> {
  const gone = refuse('not-found', 'There is no such message.');
  if (isRefusal(parse(idInput, deliveryId))) return gone;
  const everybodys = mayAdminister(caller.actor);
  const self = caller.actor.kind === 'person' ? caller.actor.id : '';
  return counted('resend-delivery', () =>
    once(caller, { name: 'resend-delivery', deliveryId }, async ({ tx, bells }) => {
      const [row] = await tx.$queryRaw<{ state: string; method_id: string | null; vendor_id: string | null }[]>`
        select state, method_id, vendor_id from delivery
        where id = ${deliveryId}::bigint and (${everybodys} or person_id = ${self}) for update`;
      if (!row) return gone;
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
