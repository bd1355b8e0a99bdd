import { expect, it } from 'vitest';
import { database } from '@/lib/store/database';
import { actOnIncident } from './act-on-incident';
import { deactivatePerson } from './deactivate-person';
import { hearOfDelivery } from './hear-of-delivery';
import { reactivatePerson } from './reactivate-person';
import { ada, as, done, page, told } from './testing/paged';

interface Paged {
  number: number;
  id: string;
}

/** Pages bea and cy. The telephone company has the text to cy; mail is a way that was not planned. */
async function texted(draft: Record<string, unknown> = {}): Promise<Paged> {
  const rules = { page: [{ method: 'cy-sms', afterMinutes: 0 }], news: null, quiet: null };
  await database.notificationRules.create({ data: { personId: 'cy', rules } });
  const paged = await page(draft);
  const sent = { state: 'sent', sentAt: new Date(), providerId: `SM${paged.number}` };
  await database.delivery.updateMany({ where: { methodId: 'cy-sms' }, data: sent });
  return paged;
}

const neverArrived = ({ number }: Paged) =>
  hearOfDelivery('sms', null, { providerId: `SM${number}`, arrived: false, error: 'The line was busy.' });
const toCy = ({ number }: Paged) => told(number, { purpose: 'page', personId: 'cy' });

it('takes the next way when the telephone company says that a text never arrived, once', async () => {
  const paged = await texted();
  await Promise.all([neverArrived(paged), neverArrived(paged)]);
  expect(await toCy(paged)).toEqual(['cy-email waiting', 'cy-sms failed']);
});

it.each<[string, (paged: Paged) => Promise<unknown>]>([
  ['somebody acknowledged', ({ number, id }) => actOnIncident(as('bea'), number, 'answer-page', { id, take: true })],
  [
    'its person said that they cannot',
    ({ number, id }) => actOnIncident(as('cy'), number, 'answer-page', { id, take: false }),
  ],
  ['the page was withdrawn', ({ number, id }) => actOnIncident({ actor: ada }, number, 'withdraw-page', { id })],
  [
    'the incident ended',
    ({ number }) => actOnIncident({ actor: ada }, number, 'change-phase', { to: 'cancelled', reason: 'A test' }),
  ],
  [
    'its person may not see the incident any more',
    ({ number }) => actOnIncident({ actor: ada }, number, 'change-access', { private: true, visibleTo: ['bea'] }),
  ],
  ['its person was locked out', () => deactivatePerson({ actor: ada }, 'cy')],
])('takes no other way once %s', async (_, happens) => {
  const paged = await texted();
  await done(happens(paged) as Promise<object>);
  await neverArrived(paged);
  expect(await toCy(paged)).toEqual(['cy-sms failed']);
  await reactivatePerson({ actor: ada }, 'cy');
});

it('says only the number of an incident that became private, by the next way too', async () => {
  const paged = await texted({ title: 'A laptop was stolen' });
  await done(actOnIncident({ actor: ada }, paged.number, 'change-access', { private: true, visibleTo: ['cy'] }));
  await neverArrived(paged);
  expect(await toCy(paged)).toEqual(['cy-email waiting', 'cy-sms failed']);
  const rows = await database.delivery.findMany({ where: { incidentNumber: paged.number, personId: 'cy' } });
  expect(JSON.stringify(rows.map(({ title, body, severity }) => [title, body, severity]))).not.toMatch(
    /laptop|cards|Low/iu,
  );
});
