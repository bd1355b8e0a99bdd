import { beforeAll, expect, it } from 'vitest';
import { type Actor } from '@/lib/core/access/actor';
import { isRefusal } from '@/lib/core/refusal';
import { readCatalogFile } from '@/lib/queries/catalog-file';
import { database } from '@/lib/store/database';
import { createService } from './create-service';
import { declareIncident } from './declare-incident';
import { importCatalog } from './import-catalog';

const ada: Actor = { kind: 'person', id: 'ada', name: 'Ada', role: 'administrator' };
const bob: Actor = { kind: 'person', id: 'bob', name: 'Bob', role: 'responder' };
const caller = { actor: ada };

beforeAll(async () => {
  for (const { id, name, role } of [ada, bob])
    await database.person.create({ data: { id, name, role, email: `${id}@example.org` } });
});

const file = `version: 1
teams:
  - name: Money
    leads: [ada@example.org]
    members: [BOB@example.org]
schedules:
  - name: Tills
    timeZone: Europe/Berlin
    layers:
      - name: Weeks
        timeZone: Europe/Berlin
        startsOn: 2025-01-06
        cycleDays: 7
        handoffs: [{ day: 0, time: 09:00 }]
        people: [ada@example.org, bob@example.org]
escalationPolicies:
  - name: Tills first
    repeats: 1
    steps:
      - { waitMinutes: 5, targets: [{ schedule: tills }, { person: bob@example.org }] }
      - { waitMinutes: 5, targets: [{ team: Money }, administrators] }
services:
  - name: Shop
    tier: 1
    team: Money
    policy: Tills first
    primary: { schedule: Tills }
    backup: { team: Money }
    dependencies: [Ledger]
    links: [{ name: Dashboard, url: https://graphs.example.org/shop }]
  - name: Ledger
    tier: 2
vendors:
  - name: Cardwell
    phone: +44 20 5550 9000
    contacts: [{ name: Kim, phone: +44 20 5550 9001 }]
    services: [Shop]
`;

async function taken(text: string, dryRun = false) {
  const answer = await importCatalog(caller, { text, dryRun });
  if (isRefusal(answer)) throw new Error(`${answer.message} ${JSON.stringify(answer.fields)}`);
  return answer.changes.map(({ act, what, name, fields }) => [act, what, name, ...fields].join(' '));
}

const facts = () => database.fact.findMany({ orderBy: [{ stream: 'asc' }, { seq: 'asc' }] });

it('tells beforehand what it would do, does just that, and each change is its usual fact', async () => {
  const changes = [
    'created team Money',
    'created schedule Tills',
    'created escalation policy Tills first',
    'created service Ledger',
    'created service Shop',
    'created vendor Cardwell',
  ];
  expect(await taken(file, true)).toEqual(changes);
  expect(await facts()).toEqual([]);
  expect(await taken(file)).toEqual(changes);
  expect((await facts()).map(({ stream, kind, actorName }) => `${stream} ${kind} ${actorName}`)).toEqual([
    'escalation:tills-first escalation.created Ada',
    'schedule:tills schedule.created Ada',
    'service:ledger service.created Ada',
    'service:shop service.created Ada',
    'team:money team.created Ada',
    'vendor:cardwell vendor.created Ada',
  ]);
});

it('changes nothing when the export is imported again, and exports the same bytes', async () => {
  const before = await facts();
  const versions = () => database.schedule.findMany({ select: { versions: true } });
  const schedules = await versions();
  const text = await readCatalogFile();
  expect(await taken(text)).toEqual([]);
  expect(await taken(file)).toEqual([]);
  expect(await facts()).toEqual(before);
  expect(await versions()).toEqual(schedules);
  expect(await readCatalogFile()).toBe(text);
});

it('turns a dependency round, keeps a layer its own, and puts a severity policy in force', async () => {
  const text = (await readCatalogFile())
    .replace('    dependencies:\n      - Ledger\n', '')
    .replace('  - name: Ledger\n    tier: 2\n', '  - name: Ledger\n    tier: 2\n    dependencies: [Shop]\n')
    .replace('time: 09:00', 'time: 10:00')
    .replace('responseMinutes: 1440', 'responseMinutes: 720');
  const layerIds = async () => {
    const [schedule] = await database.schedule.findMany();
    return (schedule?.versions as { layers: { id: string }[] }[]).at(-1)?.layers.map(({ id }) => id);
  };
  const before = await layerIds();
  expect(await taken(text)).toEqual([
    'changed schedule Tills layers',
    'changed service Shop dependencies',
    'changed service Ledger dependencies',
    'changed severity policy  Low',
  ]);
  expect(await layerIds()).toEqual(before);
  expect(await taken(text)).toEqual([]);
});

it('deletes what a section does not name only where the file says so', async () => {
  const kept = 'version: 1\nservices: []\nvendors: []\nescalationPolicies: []\n';
  expect(await taken(kept)).toEqual([]);
  await declareIncident(caller, { title: 'It burns', severity: 'Low', services: ['shop'] });
  const pruned = kept.replace('services', 'prune: true\nservices');
  expect(await importCatalog(caller, { text: pruned })).toMatchObject({
    refusal: 'conflict',
    fields: {
      'line 3, column 1': 'services: Shop cannot be deleted: An open incident is about Shop. Resolve it first.',
    },
  });
  expect(await database.vendor.count()).toBe(1);
  expect(await taken('version: 1\nprune: true\nvendors: []\n')).toEqual(['deleted vendor Cardwell']);
});

it('takes all or nothing, and says where the rules of a form are broken', async () => {
  const before = await readCatalogFile();
  const text = `version: 1
services:
  - { name: First, tier: 1 }
  - name: Second
    tier: 9
vendors:
  - name: Acme
    portal: nowhere
`;
  const refused = await importCatalog(caller, { text });
  expect(refused).toMatchObject({
    refusal: 'invalid',
    message: 'Line 5, column 11: tier: This must be one of: 1, 2, 3, 4. Nothing was changed.',
  });
  expect(await importCatalog(caller, { text: text.replace('tier: 9', 'tier: 2') })).toMatchObject({
    fields: { 'line 8, column 13': 'portal: This must be an address such as https://example.com/page.' },
  });
  expect(await readCatalogFile()).toBe(before);
});

it('is for administrators, and stands beside what others do by hand', async () => {
  expect(await importCatalog({ actor: bob }, { text: file, dryRun: true })).toMatchObject({ refusal: 'not-allowed' });
  const text = await readCatalogFile();
  const [made, imported] = await Promise.all([
    createService(caller, { name: 'By hand', tier: 3 }),
    importCatalog(caller, { text: text.replace('name: Ledger\n', 'name: Ledger\n    description: Who owes whom.\n') }),
  ]);
  expect([made, imported].filter(isRefusal)).toEqual([]);
  expect(await readCatalogFile()).toContain('By hand');
});

it('brings a vendor together with the policy whose step writes to it, and deletes both at once', async () => {
  const before = await readCatalogFile();
  const text = `version: 1
escalationPolicies:
  - name: Ask Acme
    steps: [{ waitMinutes: 5, targets: [{ vendor: acme }, administrators] }]
vendors:
  - name: Acme
    email: help@acme.example.org
    services: [Ledger]
`;
  expect(await taken(text)).toEqual(['created vendor Acme', 'created escalation policy Ask Acme']);
  expect(await taken(text)).toEqual([]);
  expect(await readCatalogFile()).toMatch(/- vendor: Acme\n[^]*services:\n {6}- Ledger/u);
  expect(await importCatalog(caller, { text: text.replace('vendor: acme', 'vendor: Apex') })).toMatchObject({
    message: expect.stringContaining('There is no vendor called Apex.') as string,
  });
  expect(await importCatalog(caller, { text: 'version: 1\nprune: true\nvendors: []\n' })).toMatchObject({
    refusal: 'conflict',
  });
  expect(await taken(before.replace('version: 1\n', 'version: 1\nprune: true\nvendors: []\n'))).toEqual([
    'deleted escalation policy Ask Acme',
    'deleted vendor Acme',
  ]);
});
