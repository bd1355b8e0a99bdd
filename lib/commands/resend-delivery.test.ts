import { expect, it } from 'vitest';
import { database } from '@/lib/store/database';
import { actOnIncident } from './act-on-incident';
import { resendDelivery } from './resend-delivery';
import { ada, as, done, page } from './testing/paged';

const resend = async (number: number, methodId: string, caller = { actor: ada }) => {
  const where = { incidentNumber: number, methodId, purpose: 'page' };
  const { id } = await database.delivery.findFirstOrThrow({ where });
  await database.delivery.update({ where: { id }, data: { state: 'dead' } });
  return resendDelivery(caller, String(id));
};

it('sends nothing again of a page that was answered, of an incident that is over, or to somebody deactivated', async () => {
  const { number, id } = await page();
  expect(await resend(number, 'cy-email')).not.toHaveProperty('refusal');
  await done(actOnIncident(as('bea'), number, 'answer-page', { id, take: true }));
  expect(await resend(number, 'cy-email')).toMatchObject({ refusal: 'conflict' });
  const over = await page();
  await done(actOnIncident({ actor: ada }, over.number, 'change-phase', { to: 'cancelled', reason: 'A test' }));
  expect(await resend(over.number, 'cy-email')).toMatchObject({ refusal: 'conflict' });
  const open = await page();
  await database.person.update({ where: { id: 'cy' }, data: { active: false } });
  expect(await resend(open.number, 'cy-email')).toMatchObject({ refusal: 'conflict' });
  await database.person.update({ where: { id: 'cy' }, data: { active: true } });
});

it('does not send a code or a test again, which would ring a stranger without end', async () => {
  for (const purpose of ['code', 'test']) {
    const now = new Date();
    const row = { methodId: 'bea-sms', personId: 'bea', channel: 'voice', shown: '…', title: '', body: '', url: '/' };
    const { id } = await database.delivery.create({
      data: { ...row, purpose, state: 'failed', dueAt: now, createdAt: now },
    });
    expect(await resendDelivery({ actor: { ...ada, ...as('bea').actor } }, String(id))).toMatchObject({
      refusal: 'conflict',
    });
  }
});
