import { beforeAll, beforeEach, expect, it } from 'vitest';
import { type Actor } from '@/lib/core/access/actor';
import { type Incident } from '@/lib/core/incident/incident';
import { HOUR, MINUTE } from '@/lib/core/instant';
import { type ChannelName } from '@/lib/core/notification/channels';
import { isRefusal } from '@/lib/core/refusal';
import { adoptSecret } from '@/lib/env';
import { acknowledgeToken } from '@/lib/store/acknowledge-link';
import { database } from '@/lib/store/database';
import { findAcknowledgeLink } from '@/lib/store/find-acknowledge-link';
import { actOnIncident } from './act-on-incident';
import { answerByLink } from './answer-by-link';
import { deactivatePerson } from './deactivate-person';
import { declareIncident } from './declare-incident';
import { fireIncidentTimer } from './fire-timer';
import { resendDelivery } from './resend-delivery';

const ada: Actor = { kind: 'person', id: 'ada', name: 'Ada', role: 'administrator' };
const as = (id: string) => ({ actor: { kind: 'person', id, name: id, role: 'responder' } as const });

beforeAll(async () => {
  adoptSecret('a secret of at least thirty-two characters');
  for (const [id, role] of [
    ['ada', 'administrator'],
    ['bea', 'responder'],
    ['cy', 'responder'],
  ] as const)
    await database.person.create({ data: { id, name: id, role, email: `${id}@example.org` } });
  for (const [person, channel] of [
    ['ada', 'email'],
    ['bea', 'email'],
    ['bea', 'sms'],
    ['cy', 'email'],
    ['cy', 'sms'],
  ] as const)
    await reach(person, channel);
});

beforeEach(async () => {
  await database.delivery.deleteMany();
  await database.notificationRules.deleteMany();
  await database.$executeRaw`delete from clock_offset`;
});

async function reach(person: string, channel: ChannelName) {
  const now = new Date();
  const id = `${person}-${channel}`;
  await database.contactMethod.create({
    data: { id, personId: person, channel, label: '', address: 'sealed', shown: '…', createdAt: now, verifiedAt: now },
  });
}

async function done<T extends object>(asked: Promise<T>): Promise<T> {
  const answer = await asked;
  if (isRefusal(answer)) throw new Error(answer.message);
  return answer;
}

/** Declares, and pages bea and cy about it. */
async function page(draft: Record<string, unknown> = {}): Promise<{ number: number; id: string }> {
  const declared = await done(declareIncident({ actor: ada }, { title: 'Cards fail', severity: 'Low', ...draft }));
  const { number } = declared as { number: number };
  const targets = [
    { kind: 'person', id: 'bea' },
    { kind: 'person', id: 'cy' },
  ];
  await done(actOnIncident({ actor: ada }, number, 'page', { targets, about: 'Look at the cards' }));
  const due = await database.timer.findMany({ where: { stream: `incident:${number}`, kind: 'page' } });
  for (const { key } of due) await fireIncidentTimer(number, key);
  const { state } = await database.incident.findUniqueOrThrow({ where: { number } });
  return { number, id: (state as unknown as Incident).pages[0]?.id ?? '' };
}

async function told(number: number, where: object = {}) {
  const rows = await database.delivery.findMany({
    where: { incidentNumber: number, ...where },
    orderBy: { id: 'asc' },
  });
  return rows.map(({ methodId, state }) => `${methodId} ${state}`).toSorted();
}

it('plans a page with its fact: at once by mail, by SMS after a minute', async () => {
  const { number } = await page();
  const rows = await database.delivery.findMany({ where: { incidentNumber: number, purpose: 'page' } });
  const minutes = rows.map(({ methodId, dueAt, createdAt }) => [
    methodId,
    (dueAt.getTime() - createdAt.getTime()) / MINUTE,
  ]);
  expect(Object.fromEntries(minutes)).toEqual({ 'bea-email': 0, 'bea-sms': 1, 'cy-email': 0, 'cy-sms': 1 });
  expect(rows[0]).toMatchObject({ title: `INC-${number} Low: Cards fail`, state: 'waiting', severity: 'Low' });
  expect(rows[0]?.body).toMatch(
    /^Look at the cards\nSince \d\d:\d\d UTC\.\nYou are paged: acknowledge it, or say that you cannot\.$/u,
  );
});

it('writes to each reader in their language and by their clocks', async () => {
  await database.person.update({ where: { id: 'bea' }, data: { language: 'de', timeZone: 'Europe/Berlin' } });
  const { number } = await page();
  await done(actOnIncident({ actor: ada }, number, 'assign-task', { title: 'Look', assignee: 'bea', boxMinutes: 5 }));
  const rows = await database.delivery.findMany({
    where: { incidentNumber: number, methodId: 'bea-email' },
    orderBy: { purpose: 'desc' },
  });
  const { startedAt } = await database.incident.findUniqueOrThrow({ where: { number } });
  const clock = (at: Date) =>
    new Intl.DateTimeFormat('de', {
      timeZone: 'Europe/Berlin',
      hour: '2-digit',
      minute: '2-digit',
      timeZoneName: 'short',
    }).format(at);
  expect(rows.map(({ title, body }) => [title, body])).toEqual([
    [
      `INC-${number} Niedrig: Cards fail`,
      `Look at the cards\nSeit ${clock(startedAt)}.\nAlarm: bitte bestätigen oder ablehnen.`,
    ],
    [
      `INC-${number} Niedrig: Cards fail`,
      expect.stringMatching(/^\d\d:\d\d MES?Z: Ada bittet bea: Look \(5 min\)\.$/u) as string,
    ],
  ]);
  const cys = await database.delivery.findFirst({ where: { incidentNumber: number, methodId: 'cy-email' } });
  expect(cys?.body).toContain('You are paged');
  await database.person.update({ where: { id: 'bea' }, data: { language: null, timeZone: null } });
});

it('takes back what waits once somebody acknowledged, and of one person once they said that they cannot', async () => {
  const { number, id } = await page();
  await done(actOnIncident(as('cy'), number, 'answer-page', { id, take: false }));
  expect(await told(number, { purpose: 'page' })).toEqual([
    'bea-email waiting',
    'bea-sms waiting',
    'cy-email withdrawn',
    'cy-sms withdrawn',
  ]);
  await done(actOnIncident(as('bea'), number, 'answer-page', { id, take: true }));
  expect(await told(number, { purpose: 'page', state: 'waiting' })).toEqual([]);
});

it('takes back every page of an incident that ends', async () => {
  const { number } = await page();
  await done(actOnIncident({ actor: ada }, number, 'change-phase', { to: 'cancelled', reason: 'A test' }));
  expect(await told(number, { purpose: 'page', state: 'waiting' })).toEqual([]);
});

it('sends nothing more to somebody who is deactivated', async () => {
  const { number } = await page();
  await done(deactivatePerson({ actor: ada }, 'cy'));
  expect(await told(number, { purpose: 'page' })).toEqual([
    'bea-email waiting',
    'bea-sms waiting',
    'cy-email withdrawn',
    'cy-sms withdrawn',
  ]);
  await database.person.update({ where: { id: 'cy' }, data: { active: true } });
});

it('says of a private incident nothing but its number', async () => {
  const { number } = await page({ title: 'A laptop was stolen', private: true, visibleTo: ['bea', 'cy'] });
  const rows = await database.delivery.findMany({ where: { incidentNumber: number } });
  expect(rows.length).toBeGreaterThan(0);
  expect(JSON.stringify(rows.map(({ title, body, severity }) => [title, body, severity]))).not.toMatch(
    /laptop|cards|Low/iu,
  );
});

it('holds news back in quiet hours, and no page', async () => {
  const hour = new Date().getUTCHours();
  const wall = (ahead: number) => `${String((hour + ahead + 24) % 24).padStart(2, '0')}:00`;
  const rules = { page: null, news: null, quiet: { from: wall(-1), until: wall(3), timeZone: 'UTC' } };
  await database.notificationRules.create({ data: { personId: 'bea', rules } });
  const { number } = await page();
  await done(actOnIncident({ actor: ada }, number, 'assign-task', { title: 'Look', assignee: 'bea', boxMinutes: 5 }));
  const rows = await database.delivery.findMany({ where: { incidentNumber: number, methodId: 'bea-email' } });
  const waits = Object.fromEntries(
    rows.map(({ purpose, dueAt, createdAt }) => [purpose, dueAt.getTime() - createdAt.getTime()]),
  );
  expect(waits.page).toBe(0);
  expect(waits.news).toBeGreaterThan(HOUR);
});

it('calls those who own an incident as loudly as a page where nobody answered it, until somebody does', async () => {
  const { number, id } = await page();
  for (const minutes of [6, 12, 18]) {
    await database.$executeRaw`
      insert into clock_offset (id, ms) values (1, ${minutes * MINUTE}) on conflict (id) do update set ms = excluded.ms`;
    const due = await database.timer.findMany({ where: { stream: `incident:${number}`, kind: 'page' } });
    for (const { key } of due) await fireIncidentTimer(number, key);
  }
  const unanswered = { purpose: 'page', kind: 'page-unanswered' };
  expect(await told(number, unanswered)).toEqual(['ada-email waiting']);
  await done(actOnIncident({ actor: ada }, number, 'assign-task', { title: 'Look', assignee: 'cy', boxMinutes: 5 }));
  expect(await told(number, unanswered)).toEqual(['ada-email waiting']);
  const message = await database.delivery.findFirstOrThrow({ where: { incidentNumber: number, ...unanswered } });
  expect(await answerByLink(acknowledgeToken(String(message.id)), { take: true })).toMatchObject({
    refusal: 'not-found',
  });
  await done(actOnIncident(as('cy'), number, 'answer-page', { id, take: true }));
  expect(await told(number, unanswered)).toEqual(['ada-email withdrawn']);
});

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

it('says nothing any more of an incident that became private, and nothing at all to who may not see it', async () => {
  const { number } = await page({ title: 'A laptop was stolen' });
  await done(actOnIncident({ actor: ada }, number, 'assign-task', { title: 'Look', assignee: 'bea', boxMinutes: 5 }));
  await database.delivery.updateMany({ where: { methodId: 'bea-email' }, data: { state: 'dead' } });
  await done(actOnIncident({ actor: ada }, number, 'change-access', { private: true, visibleTo: ['ada', 'bea'] }));
  const rows = await database.delivery.findMany({ where: { incidentNumber: number, personId: 'bea' } });
  expect(rows.map(({ purpose }) => purpose)).toContain('news');
  expect(JSON.stringify(rows.map(({ title, body, severity }) => [title, body, severity]))).not.toMatch(
    /laptop|cards|Low|Look/u,
  );
  expect(rows.find(({ purpose }) => purpose === 'page')?.body).toContain('acknowledge it');
  expect(await told(number, { purpose: 'page', personId: 'cy' })).toEqual(['cy-email withdrawn', 'cy-sms withdrawn']);
});

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
