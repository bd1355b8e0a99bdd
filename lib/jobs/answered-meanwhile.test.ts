import { expect, it } from 'vitest';
import { actOnIncident } from '@/lib/commands/act-on-incident';
import { deactivatePerson } from '@/lib/commands/deactivate-person';
import { declareIncident } from '@/lib/commands/declare-incident';
import { fireIncidentTimer } from '@/lib/commands/fire-timer';
import { reactivatePerson } from '@/lib/commands/reactivate-person';
import { ada, as, done, page, told } from '@/lib/commands/testing/paged';
import { Breakers } from '@/lib/notify/breaker';
import { Rests } from '@/lib/notify/rests';
import { database } from '@/lib/store/database';
import { takeDeliveries } from '@/lib/store/delivery-queue';
import { openSentLedger } from '@/lib/store/sent-ledger';
import { hold, untilBlocked } from '@/lib/store/testing/hold';
import { deliver } from './deliver';

const settings = { email: null, twilio: null, push: null, allowPrivate: [] };

it('takes back the way that is planned in place of one that failed, though it was answered at that moment', async () => {
  const rules = { page: [{ method: 'bea-sms', afterMinutes: 0 }], news: null, quiet: null };
  await database.notificationRules.create({ data: { personId: 'bea', rules } });
  const { number, id } = await page();
  const text = (await takeDeliveries(10)).find(({ methodId }) => methodId === 'bea-sms');
  if (!text) throw new Error('no text');

  const ledger = openSentLedger();
  const release = await hold('select from person where id = $1 for update', ['bea']);
  // Nothing is set up for texts, so that mail is planned instead: its row waits for the person's.
  const delivered = deliver(text, { settings, ways: { breakers: new Breakers(), rests: new Rests() }, ledger });
  await untilBlocked(1);
  const answered = actOnIncident(as('cy'), number, 'answer-page', { id, take: true });
  await untilBlocked(2);
  await release();
  await Promise.all([delivered, done(answered)]);
  await ledger.close();
  expect(await told(number, { purpose: 'page', personId: 'bea' })).toEqual(['bea-email withdrawn', 'bea-sms failed']);
});

it('writes nothing to somebody who is locked out at that moment', async () => {
  await page();
  const declared = await done(declareIncident({ actor: ada }, { title: 'Cards fail', severity: 'Low' }));
  const { number } = declared as { number: number };
  const targets = [{ kind: 'person', id: 'bea' }];
  await done(actOnIncident({ actor: ada }, number, 'page', { targets, about: 'Look' }));

  const release = await hold('select from delivery where method_id = $1 for update', ['bea-sms']);
  const gone = deactivatePerson({ actor: ada }, 'bea');
  await untilBlocked(1);
  const { key } = await database.timer.findFirstOrThrow({ where: { stream: `incident:${number}`, kind: 'page' } });
  let over = false;
  const fired = fireIncidentTimer(number, key).finally(() => (over = true));
  await untilBlocked(2, () => over);
  await release();
  await Promise.all([done(gone), fired]);
  expect(await database.delivery.count({ where: { personId: 'bea', state: 'waiting' } })).toBe(0);
  await reactivatePerson({ actor: ada }, 'bea');
});
