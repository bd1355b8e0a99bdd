import { expect, it } from 'vitest';
import { HOUR, MINUTE } from '@/lib/core/instant';
import { acknowledgeToken } from '@/lib/store/acknowledge-link';
import { database } from '@/lib/store/database';
import { actOnIncident } from './act-on-incident';
import { answerByLink } from './answer-by-link';
import { deactivatePerson } from './deactivate-person';
import { fireIncidentTimer } from './fire-timer';
import { ada, as, done, page, told } from './testing/paged';

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
