import { system } from '@/lib/core/access/actor';
import { incidentStream, record } from '@/lib/core/facts';
import { decideOfferOn } from '@/lib/core/incident/offer-on';
import { type Instant, plus } from '@/lib/core/instant';
import { log } from '@/lib/log';
import { loadCallingOver } from '@/lib/store/calling';
import { commit } from '@/lib/store/commit';
import { heldPages } from '@/lib/store/held-pages';
import { lockIncident } from '@/lib/store/lock-incident';
import { transact } from '@/lib/store/transact';

/** Offers every page whose acknowledger went off shift to who is on call now, once. An incident that somebody is at is left for the next time. */
export async function offerPagesOn(): Promise<void> {
  for (const number of await heldPages()) {
    try {
      await offerOn(number);
    } catch (error) {
      // What is wrong with one incident must not keep the pages of all others with people who went home.
      log.error({ error: String(error), incident: number }, 'the pages of an incident could not be offered on');
    }
  }
}

function offerOn(number: number): Promise<void> {
  return transact(async (unit) => {
    const locked = await lockIncident(unit.tx, number, true);
    if (!locked) return;
    const { incident, now } = locked;
    const held = incident.pages.filter(({ state }) => state === 'acknowledged');
    const targets = held.flatMap(({ steps }) => steps.flatMap((step) => step.targets));
    const from = held.reduce<Instant>((first, { acknowledgedAt: at }) => (at && at < first ? at : first), now);
    const { at } = await loadCallingOver(unit.tx, incident, targets, { from, to: plus(now, 1) });
    const facts = decideOfferOn(incident, at, now);
    if (facts.length === 0) return;
    const place = { stream: incidentStream(number), seq: incident.seq, actor: system, now };
    await commit(unit, incident, record(facts, place));
  });
}
