import { readClock } from '@/lib/store/clock';
import { hurryNext } from '@/lib/store/delivery-queue';
import { findSpokenOf, keepWord, type ProviderWord } from '@/lib/store/telephone';
import { transact } from '@/lib/store/transact';

/**
 * A provider's word on a message that it took: arrived, or not, when the person's next way is taken. `known`: the message, where the
 * provider called an address that names it; null where it has to be found by the provider's own name for it.
 */
export async function hearOfDelivery(
  channel: 'sms' | 'voice',
  known: string | null,
  word: ProviderWord,
): Promise<void> {
  await transact(async ({ tx, bells }) => {
    const found = await findSpokenOf(tx, channel, { known, providerId: word.providerId });
    if (!found || !(await keepWord(tx, found.id, word))) return;
    if (!word.arrived && (await hurryNext(tx, found.id, await readClock(tx)))) bells.push({ deliveries: true });
    if (found.incidentNumber !== null) bells.push({ delivered: found.incidentNumber });
  });
}
