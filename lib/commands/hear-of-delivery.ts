import { readClock } from '@/lib/store/clock';
import { hurryNext } from '@/lib/store/delivery-queue';
import { findByProvider, keepWord } from '@/lib/store/telephone';
import { transact } from '@/lib/store/transact';

/** A provider's later word on a message that it took: arrived, or not (`error` says why), when the person's next way is taken. */
export async function hearOfDelivery(
  channel: 'sms' | 'voice',
  providerId: string,
  word: { arrived: boolean; error: string | null },
): Promise<void> {
  await transact(async ({ tx, bells }) => {
    const found = await findByProvider(tx, channel, providerId);
    if (!found || !(await keepWord(tx, found.id, word))) return;
    if (!word.arrived && (await hurryNext(tx, found.id, await readClock(tx)))) bells.push({ deliveries: true });
    if (found.incidentNumber !== null) bells.push({ delivered: found.incidentNumber });
  });
}
