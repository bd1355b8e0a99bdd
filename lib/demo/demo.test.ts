import { beforeAll, describe, expect, it, vi } from 'vitest';
import { type IncidentFact } from '@/lib/core/facts';
import { replay } from '@/lib/core/incident/evolve';
import { type Incident } from '@/lib/core/incident/incident';
import { isOpen } from '@/lib/core/incident/phases';
import { DAY, MINUTE, plus } from '@/lib/core/instant';
import { readClock } from '@/lib/store/clock';
import { database } from '@/lib/store/database';
import { type FactRow, factOf } from '@/lib/store/fact-row';
import { samplePeopleIds } from '@/lib/store/sample-people';
import { services } from './company/catalog';
import { everyone } from './company/people';
import { createCatalog, createPeople } from './create-company';
import { importHistory, pastStories } from './import-history';
import { readPlay } from './playbook';
import { outage, productions } from './productions';
import { rehearse, type World } from './rehearse';
import { startReplay } from './replay';
import { readWorld } from './world';

let world: World;

beforeAll(async () => {
  await createPeople();
  await createCatalog();
  world = await readWorld();
  await importHistory(world);
});

describe('the sample company', () => {
  it('has its people, teams and services, each with a fact', async () => {
    expect(await database.person.count()).toBe(everyone.length);
    expect(await samplePeopleIds()).toHaveLength(everyone.length);
    expect(world.services).toHaveLength(services.length);
    expect(await database.fact.count({ where: { kind: 'person.created' } })).toBe(everyone.length);
  });

  it('has a dozen incidents behind it, whose facts replay to their rows', async () => {
    const rows = await database.incident.findMany();
    expect(rows).toHaveLength(pastStories.length);
    expect(rows.length).toBeGreaterThanOrEqual(12);
    for (const row of rows) {
      const facts = await database.$queryRaw<FactRow[]>`
        select stream, seq, kind, data, actor_kind, actor_id, actor_name, at, recorded_at from fact
        where incident_number = ${row.number} order by seq`;
      expect(replay(facts.map((fact) => factOf(fact) as IncidentFact))).toEqual(row.state as unknown as Incident);
      expect(row.open, row.title).toBe(false);
    }
    expect(await database.timer.count()).toBe(0);
    expect(await database.notice.count({ where: { readAt: null } })).toBe(0);
  });

  it('was paged where it was bad, by who was on call, and every page was acknowledged within minutes', async () => {
    const rows = await database.incident.findMany();
    const paged = rows.map(({ state }) => state as unknown as Incident).filter(({ pages }) => pages.length > 0);
    expect(paged.length).toBeGreaterThanOrEqual(6);
    for (const { title, pages, declaredAt } of paged) {
      for (const { called, acknowledgedBy, acknowledgedAt } of pages) {
        expect(called.length, title).toBeGreaterThan(0);
        expect(acknowledgedBy, title).not.toBeNull();
        expect(acknowledgedAt && acknowledgedAt < plus(declaredAt, 10 * MINUTE), title).toBe(true);
      }
    }
    const kinds = ['page.unanswered', 'page.silent', 'page.skipped'];
    expect(await database.fact.count({ where: { kind: { in: kinds } } })).toBe(0);
  });

  it('has numbers in the order of time, and nothing in the future', async () => {
    const rows = await database.incident.findMany({ orderBy: { number: 'asc' }, select: { declaredAt: true } });
    const times = rows.map(({ declaredAt }) => declaredAt.toISOString());
    expect(times).toEqual([...times].sort());
    const now = await readClock();
    const [latest] = await database.$queryRaw<{ at: Date }[]>`select max(recorded_at) as at from fact`;
    expect(latest && latest.at.toISOString() <= now).toBe(true);
  });
});

describe.each(productions)('the replay $key', ({ story, lead }) => {
  it('is refused nowhere, and ends with nothing left open', async () => {
    const declaredAt = plus(await readClock(), -DAY);
    const until = plus(declaredAt, 200 * MINUTE);
    const { facts, refusals, played } = rehearse(story, world, { number: 1, declaredAt, until });
    expect(refusals).toEqual([]);
    expect(played).toBe(story.steps.length);
    const end = replay(facts);
    expect(end && isOpen(end.phase)).toBe(false);
    expect(end?.tasks.filter(({ endedAt }) => endedAt === null)).toEqual([]);
  });

  it('is in the middle of it when a demo starts', async () => {
    const now = await readClock();
    const when = { number: 1, declaredAt: plus(now, -lead * MINUTE), until: now };
    const { facts, played } = rehearse(story, world, when);
    expect(facts.length).toBeGreaterThan(8);
    expect(replay(facts)?.cadence.dueAt).toEqual(expect.any(String));
    const next = story.steps[played];
    expect(next && next.minute - lead).toBeLessThan(4);
  });

  it('is told in order', () => {
    const minutes = story.steps.map(({ minute }) => minute);
    expect(minutes).toEqual([...minutes].sort((a, b) => a - b));
  });
});

const stories = [...productions.map(({ story }) => story), ...pastStories];
it.each(stories)('speaks of nothing that no earlier step made: $declaration.title', ({ steps }) => {
  const made = new Set<string>();
  for (const { minute, draft, as } of steps) {
    const spokenOf = [...JSON.stringify(draft).matchAll(/"\$(\w+)"/g)].map(([, name]) => name);
    for (const name of spokenOf) expect([...made], `minute ${minute}`).toContain(name);
    if (as) made.add(as);
  }
});

it('shows in the outage what Quarterdeck is for: missed updates, a handover, decisions and an objection', async () => {
  const declaredAt = plus(await readClock(), -DAY);
  const when = { number: 1, declaredAt, until: plus(declaredAt, 200 * MINUTE) };
  const { facts } = rehearse(outage.story, world, when);
  expect(facts.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining([
      'cadence.due',
      'cadence.overdue',
      'handover.accepted',
      'decision.recorded',
      'decision.objected',
    ]),
  );
  const first = outage.story.steps.find(({ minute }) => minute > outage.lead);
  expect(first && first.minute - outage.lead).toBeLessThan(1);
});

it('plays through the real commands, goes on after a stop, and begins again after its end', async () => {
  const story = {
    ...outage.story,
    steps: outage.story.steps
      .filter(({ act }) => act !== 'propose-decision' && act !== 'object-to-decision')
      .slice(0, 12),
  };
  const production = { ...outage, key: 'short', story, lead: 4, pause: 0.01 };
  const playFor = async (enough: () => Promise<boolean>) => {
    const stopping = new AbortController();
    const { ended } = await startReplay({ production, world, speed: 2_000, signal: stopping.signal });
    await vi.waitFor(async () => expect(await enough()).toBe(true), { timeout: 15_000, interval: 20 });
    stopping.abort();
    await ended;
  };
  const number = async () => (await readPlay('short'))?.number ?? 0;
  const next = async () => (await readPlay('short'))?.next ?? 0;
  await playFor(async () => (await next()) >= 8);
  const first = await number();
  await playFor(async () => (await number()) > first);
  expect(await database.presence.count()).toBe(0);
  const updates = story.steps.filter(({ act }) => act === 'post-update').length;
  expect(await database.fact.count({ where: { incidentNumber: first, kind: 'update.posted' } })).toBe(updates);
});
