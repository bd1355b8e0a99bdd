// Fills a database with one incident of many facts and many incidents of a few, fast, as they would have been committed:
//   DATABASE_URL=… npx tsx bench/seed/long-timeline.ts [facts] [incidents] [facts of each]
import { replay } from '@/lib/core/incident/evolve';
import { type IncidentFact, type NewIncidentFact, incidentStream, record } from '@/lib/core/facts';
import { type Actor } from '@/lib/core/access/actor';
import { MINUTE, instantOf } from '@/lib/core/instant';
import { commanderOf } from '@/lib/core/incident/incident';
import { defaultRules } from '@/lib/core/severity/policy';
import { severities } from '@/lib/core/severity/severity';
import { insertFacts } from '@/lib/store/facts';
import { database, pool } from '@/lib/store/database';
import { transact } from '@/lib/store/transact';

const [facts = 100_000, incidents = 0, each = 30] = process.argv.slice(2).map(Number);
const people = ['Ada Keller', 'Bea Santos', 'Cy Brandt', 'Di Okafor', 'Eve Larsson', 'Fay Moreau'];
const services = ['Payments', 'Checkout', 'Search', 'Catalogue', 'Accounts', 'Mail'];
const words =
  'payment checkout error latency replica failover rollback deploy queue timeout certificate region cache index lock restart vacuum primary orders login gateway provider dns card'.split(
    ' ',
  );

let state = 42;
const random = (below: number) => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return Math.floor((state / 2 ** 32) * below);
};
const pick = <T>(list: readonly T[]): T => list[random(list.length)] as T;
const phrase = (count: number) => Array.from({ length: count }, () => pick(words)).join(' ');
const actorOf = (name: string): Actor => ({
  kind: 'person',
  id: `seed-${name.split(' ')[0]?.toLowerCase()}`,
  name,
  role: 'responder',
});

function next(index: number): NewIncidentFact {
  const id = `task-${index}`;
  const roll = random(100);
  if (index % 500 === 0) {
    return {
      kind: 'update.posted',
      data: {
        status: `Update ${index}: ${phrase(8)}`,
        actions: phrase(6),
        next: phrase(6),
        estimate: { kind: 'unknown', nextAt: null },
        noChange: false,
        hypothesis: null,
        human: true,
        dueAt: null,
        onTime: null,
      },
    };
  }
  if (index % 997 === 0)
    return { kind: 'decision.recorded', data: { id, text: phrase(6), by: actorOf(pick(people)), objections: [] } };
  if (roll < 60) return { kind: 'note.added', data: { text: `${phrase(12)} number ${index}`, attachment: null } };
  if (roll < 75) return { kind: 'task.done', data: { id, title: phrase(4), result: phrase(5) } };
  if (roll < 90) return { kind: 'responder.joined', data: { person: actorOf(pick(people)) } };
  return { kind: 'fact.unpinned', data: { seq: Math.max(1, index - 1) } };
}

function declared(number: number, title: string): NewIncidentFact {
  const severity = pick(severities);
  return {
    kind: 'incident.declared',
    data: {
      number,
      title,
      summary: null,
      severity,
      severityUnsure: false,
      services: [],
      private: number % 10 === 0,
      visibleTo: [],
      startedAt: instantOf(0),
      policy: { version: 1, rules: defaultRules },
    },
  };
}

async function fill(number: number, count: number, begin: number, stepMs: number): Promise<void> {
  const stream = incidentStream(number);
  const title = `${pick(services)}: ${phrase(4)}`;
  const all: IncidentFact[] = [];
  for (let index = 0; index < count; index += 1) {
    const fact: NewIncidentFact =
      index === 0
        ? declared(number, title)
        : index === count - 1 && count < 1_000
          ? { kind: 'phase.changed', data: { from: 'triage', to: 'resolved', reason: null } }
          : next(index);
    const now = instantOf(begin + index * stepMs);
    all.push(...record([fact], { stream, seq: index, actor: actorOf(pick(people)), now }));
  }
  const incident = replay(all);
  if (!incident) throw new Error('no facts');
  await transact(async ({ tx }) => {
    const commander = commanderOf(incident)?.id ?? null;
    await tx.$executeRaw`
      insert into incident (number, seq, title, severity, phase, open, private, visible_to, commander_id, declared_at,
        started_at, resolved_at, next_owed_at, policy_version, changed_at, state)
      values (${number}, ${incident.seq}, ${title}, ${incident.severity}, ${incident.phase}, ${count >= 1_000}, ${incident.private},
        '{}', ${commander}, ${incident.declaredAt}::timestamptz, ${incident.declaredAt}::timestamptz, ${incident.endedAt}::timestamptz,
        null, 1, ${incident.declaredAt}::timestamptz, ${JSON.stringify(incident)}::jsonb)`;
    for (let from = 0; from < all.length; from += 5_000) await insertFacts(tx, all.slice(from, from + 5_000), number);
  });
}

const now = Date.now();
for (let index = 0; index < incidents; index += 1) {
  await fill(index + 1, each, now - (incidents - index) * 120 * MINUTE, 60_000);
}
await fill(incidents + 1, facts, now - facts * 250, 250);
await database.$executeRaw`select setval(pg_get_serial_sequence('incident', 'number'), ${incidents + 1})`;
await pool.query('vacuum analyze fact');
await pool.query('vacuum analyze incident');
await database.$disconnect();
await pool.end();
