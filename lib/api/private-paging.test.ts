import { beforeAll, describe, expect, it } from 'vitest';
import { actOnIncident } from '@/lib/commands/act-on-incident';
import { fireIncidentTimer } from '@/lib/commands/fire-timer';
import { type Actor } from '@/lib/core/access/actor';
import { type Incident } from '@/lib/core/incident/incident';
import { MINUTE } from '@/lib/core/instant';
import { isRefusal } from '@/lib/core/refusal';
import { weekly } from '@/lib/core/oncall/testing/weekly';
import { figures } from '@/lib/figures';
import { readAudit } from '@/lib/queries/audit';
import { readOpenIncidents } from '@/lib/queries/board';
import { readCalls } from '@/lib/queries/calls';
import { readDeliveries, readTold } from '@/lib/queries/deliveries';
import { readMatrix } from '@/lib/queries/matrix';
import { readNotices } from '@/lib/queries/notices';
import { findEntities } from '@/lib/queries/palette';
import { readGaps } from '@/lib/queries/preflight';
import { readServiceIncidents, readServices } from '@/lib/queries/services';
import { database } from '@/lib/store/database';
import { type Route } from './route';
import { routes } from './routes';
import { ada, ask, bea, chief, cyr, declare, obs, robot, watcher } from './testing/ask';

/** Said of the incident wherever words can be said, and nowhere else. */
const word = /walrus/iu;
const hostile: Actor[] = [cyr, obs, robot, watcher];
const nowhere = 999_999;
let number = 0;

beforeAll(async () => {
  for (const { id, name, role } of [ada, bea, cyr, obs])
    await database.person.create({ data: { id, name, role, email: `${id}@example.org` } });
  const now = new Date();
  for (const personId of ['ada', 'bea', 'cyr', 'obs'])
    await database.contactMethod.create({
      data: {
        id: personId,
        personId,
        channel: 'email',
        label: '',
        address: 'sealed',
        shown: '…',
        createdAt: now,
        verifiedAt: now,
      },
    });
  await done(ask(ada, 'POST', '/vendors', { name: 'Acme', email: 'help@acme.example' }));
  await done(
    ask(ada, 'POST', '/schedules', { name: 'Rota', timeZone: 'UTC', layers: [{ ...weekly, people: ['cyr'] }] }),
  );
  const steps = [
    [
      { kind: 'person', id: 'bea' },
      { kind: 'vendor', id: 'acme' },
      { kind: 'person', id: 'cyr' },
    ],
    [
      { kind: 'schedule', id: 'rota' },
      { kind: 'everyone', id: 'everyone' },
    ],
  ].map((targets) => ({ targets, waitMinutes: 5 }));
  await done(ask(ada, 'POST', '/escalation-policies', { name: 'Tills', steps, repeats: 0 }));
  await done(ask(ada, 'POST', '/services', { name: 'Tills', tier: 1, policy: 'tills' }));

  const draft = { title: 'A walrus in the tills', severity: 'Critical', services: ['tills'], private: true };
  number = await declare(ada, { ...draft, visibleTo: ['bea'] });
  for (const minutes of [0, 6, 12]) await fireAfter(minutes);
  const act = async (actor: Actor, name: Parameters<typeof actOnIncident>[2], given: object) => {
    const acted = await actOnIncident({ actor }, number, name, given);
    if (isRefusal(acted)) throw new Error(acted.message);
  };
  await act(ada, 'page', { about: 'Hunt the walrus', targets: [{ kind: 'person', id: 'bea' }] });
  await fireAfter(12);
  const { pages } = (await database.incident.findUniqueOrThrow({ where: { number } })).state as unknown as Incident;
  await act(bea, 'answer-page', { id: pages.at(-1)?.id, take: false, reason: 'A walrus bit me' });
  await act(bea, 'contact-vendor', { vendor: 'acme', way: 'phone', ticket: 'walrus-77', chaseMinutes: 5 });
  await fireAfter(24);
});

async function done(asked: ReturnType<typeof ask>): Promise<void> {
  const { status, body } = await asked;
  if (status >= 300) throw new Error(JSON.stringify(body));
}

async function fireAfter(minutes: number): Promise<void> {
  await database.$executeRaw`
    insert into clock_offset (id, ms) values (1, ${minutes * MINUTE}) on conflict (id) do update set ms = excluded.ms`;
  const due = await database.$queryRaw<{ key: string }[]>`
    select key from timer where stream = ${`incident:${number}`} and due_at <= app_now()`;
  for (const { key } of due) await fireIncidentTimer(number, key);
}

/** An address with what there is in it, and an incident of this number. */
function addressOf({ path }: Route, incident: number): string {
  const known: Record<string, string> = {
    number: String(incident),
    schedule: 'rota',
    service: 'tills',
    vendor: 'acme',
    policy: 'tills',
  };
  const filled = path.replace(/\{(\w+)\}/gu, (_, name: string) => known[name] ?? '1');
  return path === '/preflight' ? `${filled}?service=tills` : filled;
}

it('has everything to hide: pages, answers, a vendor asked, people told', async () => {
  const { body } = await ask(chief, 'GET', `/incidents/${number}/facts`);
  const kinds = new Set((body.facts as { kind: string }[]).map(({ kind }) => kind));
  for (const kind of ['page.called', 'page.unanswered', 'page.declined', 'vendor.contacted', 'vendor.chase-due'])
    expect([...kinds]).toContain(kind);
  expect(JSON.stringify(await readDeliveries(ada, number))).toContain('bea');
});

describe.each(hostile.map((actor) => [`a ${actor.kind} who is ${actor.role}`, actor] as const))('%s', (_, actor) => {
  it('reads nothing of it at any address of the API', async () => {
    for (const route of routes.filter(({ method }) => method === 'GET')) {
      const { text, status } = await ask(actor, 'GET', addressOf(route, number));
      expect(`${route.name} ${status} ${text}`).not.toMatch(word);
      if (route.path.includes('{number}')) expect(`${route.name} ${status}`).toBe(`${route.name} 404`);
    }
    for (const query of ['?q=walrus', '?open=true', '?service=tills', '?severity=Critical'])
      expect((await ask(actor, 'GET', `/incidents${query}`)).body.incidents).toEqual([]);
  });

  it('does nothing to it, and is told the same as of one that there never was', async () => {
    for (const route of routes.filter(({ method, path }) => method !== 'GET' && path.includes('{number}'))) {
      const answers = [number, nowhere].map((each) => ask(actor, route.method, addressOf(route, each), {}));
      const [hidden, none] = (await Promise.all(answers)).map(({ status, body: { instance: _instance, ...body } }) => ({
        status,
        body,
      }));
      expect({ name: route.name, ...hidden }).toEqual({ name: route.name, ...none });
      expect(hidden?.status).toBeGreaterThanOrEqual(400);
    }
  });

  it('is shown nothing of it by any screen', async () => {
    const screens = await Promise.all([
      readOpenIncidents(actor),
      readCalls(actor),
      readNotices(actor),
      readServices(actor),
      readServiceIncidents(actor, 'tills'),
      findEntities(actor, 'walrus'),
      findEntities(actor, `INC-${number}`),
      readMatrix(),
      readGaps(),
      readTold(actor, { number, of: { fact: 3 } }),
      readAudit({ kind: '', person: '', text: '', from: '', to: '' }, 'UTC', null),
    ]);
    expect(JSON.stringify(screens)).not.toMatch(word);
    expect(JSON.stringify(screens)).not.toContain(`"number":${number}`);
    expect(await readDeliveries(actor, number)).toBeNull();
  });
});

it('leaves the app for nobody who may not see it, and says outside of it no more than its number', async () => {
  const rows = await database.delivery.findMany({ where: { incidentNumber: number } });
  expect(new Set(rows.map(({ personId }) => personId))).toEqual(new Set(['ada', 'bea', null]));
  expect(rows.map(({ title, body, replyTo }) => `${title} ${body} ${replyTo}`).join()).not.toMatch(word);
  expect(new Set(rows.map(({ severity }) => severity))).toEqual(new Set([null]));
  const told = await database.notice.findMany({ where: { stream: `incident:${number}` }, distinct: ['personId'] });
  expect(told.map(({ personId }) => personId).toSorted()).toEqual(['ada', 'bea']);
});

it('is in no metric', async () => {
  expect(await figures.registry.metrics()).not.toMatch(word);
});
