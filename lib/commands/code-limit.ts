import { type Refusal, refuse } from '@/lib/core/refusal';
import { type Transaction } from '@/lib/store/database';

const mostInAnHour = 10;

/** Codes and tests cost money and annoy strangers whose number was mistyped: so many an hour and no more. */
export async function refuseManyCodes(tx: Transaction, personId: string): Promise<Refusal | null> {
  const [row] = await tx.$queryRaw<{ sent: number }[]>`
    select count(*)::int as sent from (
      select 1 from delivery where person_id = ${personId} and purpose in ('code', 'test')
        and created_at > app_now() - interval '1 hour' limit ${mostInAnHour}) as lately`;
  if ((row?.sent ?? 0) < mostInAnHour) return null;
  return refuse('too-many', `That were ${mostInAnHour} messages in an hour. Try again later.`);
}
