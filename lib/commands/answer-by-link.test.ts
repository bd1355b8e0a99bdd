import { expect, it } from 'vitest';
import { HOUR } from '@/lib/core/instant';
import { acknowledgeToken } from '@/lib/store/acknowledge-link';
import { database } from '@/lib/store/database';
import { findAcknowledgeLink } from '@/lib/store/find-acknowledge-link';
import { actOnIncident } from './act-on-incident';
import { answerByLink } from './answer-by-link';
import { ada, done, page } from './testing/paged';

it('answers by the link that was sent, once, for its reader and as having come by the link', async () => {
  const { number } = await page();
  const delivery = await database.delivery.findFirstOrThrow({
    where: { incidentNumber: number, methodId: 'bea-email' },
  });
  const token = acknowledgeToken(String(delivery.id));
  await done(answerByLink(token, { take: true }));
  const fact = await database.fact.findFirstOrThrow({ where: { incidentNumber: number, kind: 'page.acknowledged' } });
  expect(fact).toMatchObject({ actorId: 'bea', data: { via: 'link', person: { id: 'bea' } } });
  expect(await answerByLink(token, { take: false })).toMatchObject({ refusal: 'taken' });
  const others = await database.delivery.findFirstOrThrow({ where: { incidentNumber: number, methodId: 'cy-email' } });
  expect(await answerByLink(acknowledgeToken(String(others.id)), { take: true })).toMatchObject({
    refusal: 'changed-meanwhile',
  });
});

it('takes no link that is forged, old, or of somebody deactivated', async () => {
  const { number } = await page();
  const { id } = await database.delivery.findFirstOrThrow({ where: { incidentNumber: number, methodId: 'cy-email' } });
  const token = acknowledgeToken(String(id));
  const forged = `${token.slice(0, -1)}${token.endsWith('A') ? 'Q' : 'A'}`;
  for (const wrong of [
    forged,
    '',
    '.',
    `${(id + 1n).toString(36)}.${token.split('.')[1] ?? ''}`,
    'x'.repeat(5_000),
    '\0',
  ]) {
    expect(await answerByLink(wrong, { take: true })).toMatchObject({ refusal: 'not-found' });
  }
  await database.person.update({ where: { id: 'cy' }, data: { active: false } });
  expect(await answerByLink(token, { take: true })).toMatchObject({ refusal: 'not-found' });
  await database.person.update({ where: { id: 'cy' }, data: { active: true } });
  await database.$executeRaw`insert into clock_offset (id, ms) values (1, ${25 * HOUR})`;
  expect(await answerByLink(token, { take: true })).toMatchObject({ refusal: 'expired' });
});

it('takes no answer by a link from who may not see the incident any more, or only looks on', async () => {
  const { number } = await page();
  const linkOf = async (methodId: string) => {
    const { id } = await database.delivery.findFirstOrThrow({
      where: { incidentNumber: number, methodId, purpose: 'page' },
    });
    return acknowledgeToken(String(id));
  };
  const [bea, cy] = [await linkOf('bea-email'), await linkOf('cy-email')];
  await done(actOnIncident({ actor: ada }, number, 'change-access', { private: true, visibleTo: ['ada', 'bea'] }));
  expect(await findAcknowledgeLink(cy)).toBeNull();
  expect(await answerByLink(cy, { take: true })).toMatchObject({ refusal: 'not-found' });
  await database.person.update({ where: { id: 'bea' }, data: { role: 'observer' } });
  expect(await answerByLink(bea, { take: true })).toMatchObject({ refusal: 'not-allowed' });
  await database.person.update({ where: { id: 'bea' }, data: { role: 'responder' } });
  await Promise.all([1, 2, 3].map(() => answerByLink(bea, { take: true })));
  expect(await database.fact.count({ where: { incidentNumber: number, kind: 'page.acknowledged' } })).toBe(1);
});
