import { beforeAll, describe, expect, it } from 'vitest';
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
import { createCompany } from './create-company';
import { importHistory, pastStories } from './import-history';
import { rehearse, type World } from './rehearse';
import { gitlab2017, leadMinutes } from './stories/gitlab-2017';
import { readWorld } from './world';

let world: World;

beforeAll(async () => {
  await createCompany();
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

  it('has numbers in the order of time, and nothing in the future', async () => {
    const rows = await database.incident.findMany({ orderBy: { number: 'asc' }, select: { declaredAt: true } });
    const times = rows.map(({ declaredAt }) => declaredAt.toISOString());
    expect(times).toEqual([...times].sort());
    const now = await readClock();
    const [latest] = await database.$queryRaw<{ at: Date }[]>`select max(recorded_at) as at from fact`;
    expect(latest && latest.at.toISOString() <= now).toBe(true);
  });
});

describe('the replayed outage', () => {
  it('is refused nowhere, misses updates and hands over, and ends resolved with nothing left open', async () => {
    const declaredAt = plus(await readClock(), -DAY);
    const until = plus(declaredAt, 200 * MINUTE);
    const { facts, refusals, played } = rehearse(gitlab2017, world, { number: 1, declaredAt, until });
    expect(refusals).toEqual([]);
    expect(played).toBe(gitlab2017.steps.length);
    const kinds = facts.map(({ kind }) => kind);
    for (const kind of [
      'cadence.due',
      'cadence.overdue',
      'handover.accepted',
      'decision.recorded',
      'decision.objected',
    ])
      expect(kinds).toContain(kind);
    const end = replay(facts);
    expect(end && isOpen(end.phase)).toBe(false);
    expect(end?.tasks.filter(({ endedAt }) => endedAt === null)).toEqual([]);
    expect(end?.cadence.late).toBeGreaterThan(0);
  });

  it('is in the middle of it when a demo starts', async () => {
    const now = await readClock();
    const { facts, played } = rehearse(gitlab2017, world, {
      number: 1,
      declaredAt: plus(now, -leadMinutes * MINUTE),
      until: now,
    });
    expect(facts.length).toBeGreaterThan(25);
    const next = gitlab2017.steps[played];
    expect(next && next.minute - leadMinutes).toBeLessThan(1);
    expect(replay(facts)?.cadence.dueAt && true).toBe(true);
  });

  it('is told in order', () => {
    const minutes = gitlab2017.steps.map(({ minute }) => minute);
    expect(minutes).toEqual([...minutes].sort((a, b) => a - b));
  });
});
