import { beforeAll, expect, it } from 'vitest';
import { type IncidentFact } from '@/lib/core/facts';
import { replay } from '@/lib/core/incident/evolve';
import { type Incident } from '@/lib/core/incident/incident';
import { askedOf } from '@/lib/core/incident/paging';
import { isOpen } from '@/lib/core/incident/phases';
import { MINUTE } from '@/lib/core/instant';
import { weekly } from '@/lib/core/oncall/testing/weekly';
import { readFactsAfter } from '@/lib/queries/live-room';
import { acknowledgeToken } from '@/lib/store/acknowledge-link';
import { database } from '@/lib/store/database';
import { actOnIncident } from './act-on-incident';
import { answerByLink } from './answer-by-link';
import { createEscalationPolicy } from './create-escalation-policy';
import { createSchedule } from './create-schedule';
import { createService } from './create-service';
import { createTeam } from './create-team';
import { createVendor } from './create-vendor';
import { deactivatePerson } from './deactivate-person';
import { declareIncident } from './declare-incident';
import { deleteEscalationPolicy } from './delete-escalation-policy';
import { deleteSchedule } from './delete-schedule';
import { deleteService } from './delete-service';
import { deleteTeam } from './delete-team';
import { deleteVendor } from './delete-vendor';
import { fireIncidentTimer } from './fire-timer';
import { mergeIncident } from './merge-incident';
import { reactivatePerson } from './reactivate-person';
import { ada, as, done, page, told } from './testing/paged';

const chief = { actor: ada };
const service = { name: 'Tills', tier: 1 };

beforeAll(async () => {
  await done(createService(chief, service));
});

const read = async (number: number) =>
  (await database.incident.findUniqueOrThrow({ where: { number } })).state as unknown as Incident;
const timers = (number: number, kinds = ['page', 'paging']) =>
  database.timer.findMany({ where: { stream: `incident:${number}`, kind: { in: kinds } } });

async function fireAfter(number: number, minutes: number): Promise<void> {
  await database.$executeRaw`
    insert into clock_offset (id, ms) values (1, ${minutes * MINUTE}) on conflict (id) do update set ms = excluded.ms`;
  for (const { key } of await timers(number)) await fireIncidentTimer(number, key);
}

async function declare(draft: object = {}): Promise<number> {
  const declared = await done(
    declareIncident(chief, { title: 'Cards fail', severity: 'High', services: ['tills'], ...draft }),
  );
  return (declared as { number: number }).number;
}

/** Whatever happened in whatever order: what is kept follows from the facts, and nobody is called who need not be. */
async function expectSound(number: number): Promise<IncidentFact[]> {
  const incident = await read(number);
  const facts = await readFactsAfter(number, 0, 500);
  expect(replay(facts)).toEqual(incident);
  for (const { id } of incident.pages) {
    const own = facts.filter(({ data }) => (data as { id?: string }).id === id);
    const first = own.findIndex(({ kind }) => kind === 'page.acknowledged' || kind === 'page.withdrawn');
    const after = first < 0 ? [] : own.slice(first + 1).map(({ kind }) => kind);
    expect(after).not.toContain('page.called');
    expect(after).not.toContain('page.acknowledged');
  }
  const asked = askedOf(incident).map((each) => `${each.page} ${each.person}`);
  const waiting = await database.delivery.findMany({
    where: { incidentNumber: number, kind: 'paged', state: 'waiting' },
  });
  for (const { pageId, personId } of waiting) expect(asked).toContain(`${pageId} ${personId}`);
  if (!isOpen(incident.phase)) {
    expect(new Set(incident.pages.map(({ state }) => state))).toEqual(new Set(['ended']));
    expect(await timers(number)).toEqual([]);
  }
  return facts;
}

it(
  'is sound in whatever order answers, links, steps, withdrawals, merges and ends come',
  { timeout: 60_000 },
  async () => {
    for (let round = 0; round < 12; round += 1) {
      const { number, id } = await page();
      const into = await declare({ severity: 'Low', services: [] });
      const link = await database.delivery.findFirstOrThrow({
        where: { incidentNumber: number, methodId: 'cy-email' },
      });
      const token = acknowledgeToken(String(link.id));
      await database.$executeRaw`
      insert into clock_offset (id, ms) values (1, ${(round + 1) * 6 * MINUTE}) on conflict (id) do update set ms = excluded.ms`;
      const [step] = await timers(number);
      const step1 = () => fireIncidentTimer(number, step?.key ?? '');
      const racing: (() => Promise<unknown>)[] = [
        step1,
        () => actOnIncident(as('bea'), number, 'answer-page', { id, take: true }),
        () => answerByLink(token, { take: true }),
        () => answerByLink(token, { take: false }),
        step1,
        () => actOnIncident(as('bea'), number, 'answer-page', { id, take: false }),
        ...(round % 3 === 0 ? [() => actOnIncident(chief, number, 'withdraw-page', { id })] : []),
        ...(round % 3 === 1 ? [() => mergeIncident(chief, number, { into })] : []),
        ...(round % 4 === 2
          ? [() => actOnIncident(chief, number, 'change-phase', { to: 'cancelled', reason: 'A test' })]
          : []),
      ];
      const turned = [...racing.slice(round % racing.length), ...racing.slice(0, round % racing.length)];
      await Promise.all(turned.map((act) => act()));
      const facts = await expectSound(number);
      expect(facts.filter(({ kind }) => kind === 'page.acknowledged').length).toBeLessThanOrEqual(1);
    }
  },
);

it('goes on by the steps it began with, over whatever of them is gone by then', async () => {
  await done(createSchedule(chief, { name: 'Rota', timeZone: 'UTC', layers: [{ ...weekly, people: ['cy'] }] }));
  await done(createTeam(chief, { name: 'Money', members: ['cy'], leads: [] }));
  await done(createVendor(chief, { name: 'Acme', email: 'help@acme.example' }));
  const targets = [
    { kind: 'person', id: 'bea' },
    { kind: 'schedule', id: 'rota' },
    { kind: 'team', id: 'money' },
    { kind: 'vendor', id: 'acme' },
    { kind: 'person', id: 'cy' },
  ];
  const steps = targets.map((target) => ({ targets: [target], waitMinutes: 5 }));
  await done(createEscalationPolicy(chief, { name: 'Tills', steps, repeats: 0 }));
  await done(createService(chief, { name: 'Short', tier: 1, policy: 'tills' }));
  const number = await declare({ services: ['short'] });
  await fireAfter(number, 0);
  expect((await read(number)).pages[0]?.called.map(({ person }) => person.id)).toEqual(['bea']);

  await done(actOnIncident(chief, number, 'change-services', { remove: ['short'] }));
  await done(deleteService(chief, 'short'));
  await done(deleteEscalationPolicy(chief, 'tills'));
  await done(deleteSchedule(chief, 'rota'));
  await done(deleteTeam(chief, 'money'));
  await done(deleteVendor(chief, 'acme'));
  await done(deactivatePerson(chief, 'cy'));
  await fireAfter(number, 6);
  const facts = await expectSound(number);
  const skipped = facts.flatMap((fact) =>
    fact.kind === 'page.skipped' ? fact.data.vacant.map(({ name }) => name) : [],
  );
  expect(skipped).toEqual(['Rota', 'Money', 'Acme', 'cy']);
  expect(facts.at(-1)?.kind).toBe('page.unanswered');
  await reactivatePerson(chief, 'cy');
});

it('calls nobody by what was merged, leaves the pages of the other alone, and pages anew, once, what is reopened', async () => {
  const [duplicate, other] = [await page(), await page()];
  await done(mergeIncident(chief, duplicate.number, { into: other.number }));
  await expectSound(duplicate.number);
  expect(await told(duplicate.number, { purpose: 'page', state: 'waiting' })).toEqual([]);
  expect(await told(other.number, { purpose: 'page', state: 'waiting' })).toHaveLength(4);
  expect(
    await actOnIncident(as('bea'), duplicate.number, 'answer-page', { id: duplicate.id, take: true }),
  ).toMatchObject({
    refusal: 'illegal-move',
  });

  const number = await declare();
  await fireAfter(number, 0);
  await done(actOnIncident(chief, number, 'change-phase', { to: 'cancelled', reason: 'A test' }));
  await fireAfter(number, 6);
  await expectSound(number);
  await Promise.all(
    [1, 2].map(() =>
      actOnIncident(chief, number, 'change-phase', { to: 'investigating', from: 'cancelled', reason: 'It was none' }),
    ),
  );
  const [due] = await timers(number, ['paging']);
  await Promise.all([1, 2, 3].map(() => fireIncidentTimer(number, due?.key ?? '')));
  await expectSound(number);
  expect((await read(number)).pages.map(({ state }) => state)).toEqual(['ended', 'calling']);
});
