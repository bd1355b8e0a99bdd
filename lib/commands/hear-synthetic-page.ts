import { type Refusal, refuse } from '@/lib/core/refusal';
import { keepArrival } from '@/lib/store/synthetic-page';
import { transact } from '@/lib/store/transact';

/** A synthetic page came back, signed by us. Refuses what was never sent, came before, or was signed more than five minutes ago. */
export async function hearSyntheticPage({
  id,
  seconds,
}: {
  id: string;
  seconds: number;
}): Promise<{ ms: number } | Refusal> {
  const [, number] = /^delivery-(\d{1,18})$/.exec(id) ?? [];
  const ms = number === undefined ? null : await transact(({ tx }) => keepArrival(tx, number, seconds));
  return ms === null ? refuse('not-found', 'No such page is on its way.') : { ms };
}
