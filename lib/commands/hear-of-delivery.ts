import { readClock } from '@/lib/store/clock';
import { hurryNext } from '@/lib/store/delivery-queue';
import { lockDestined } from '@/lib/store/destined';
import { lockIncident } from '@/lib/store/lock-incident';
import { findSpokenOf, keepWord, type ProviderWord } from '@/lib/store/telephone';
import { transact } from '@/lib/store/transact';
import { isNeedless } from './is-needless';

/**
 * A provider's word on a message that it took: arrived, or not, when the person's next way is taken if anybody still waits for the
 * message. `known`: the message, where the provider called an address that names it; null where it has to be found by the provider's
 * own name for it.
 */
export async function hearOfDelivery(
  channel: 'sms' | 'voice',
  known: string | null,
  word: ProviderWord,
): Promise<void> {
  await transact(async ({ tx, bells }) => {
    const found = await findSpokenOf(tx, channel, { known, providerId: word.providerId });
    if (!found) return;
    const { id, incidentNumber } = found;
    // The incident is locked first, as by everything that takes messages back.
    const locked = incidentNumber === null ? null : await lockIncident(tx, incidentNumber);
    const about = await lockDestined(tx, id);
    if (!about || !(await keepWord(tx, id, word))) return;
    if (incidentNumber !== null) bells.push({ delivered: incidentNumber });
    if (word.arrived || isNeedless(about, locked?.incident ?? null)) return;
    if (await hurryNext(tx, id, await readClock(tx))) bells.push({ deliveries: true });
  });
}
