import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { servicesInOrder } from '@/lib/core/catalog-file/order';
import { type CatalogFile, type FileTarget, type WholeCatalog } from '@/lib/core/catalog-file/schema';
import { inOrder } from '@/lib/core/catalog-file/terse';
import { endings } from '@/lib/core/escalation/escalation-policy';
import { readFile } from './read';
import { nothing } from './testing/nothing';
import { writeFile } from './write';

describe('the file', () => {
  const name = fc.oneof(
    fc.stringMatching(/^[A-Z][a-z]{0,8}( [A-Za-z0-9]{1,4})?$/u),
    fc.constantFrom(
      'null',
      'true',
      '1e3',
      '- x',
      '# y',
      'a: b',
      '0x1F',
      '"quoted"',
      'Zürich – “EU”',
      "it's",
      '@x',
      '{}',
    ),
  );
  const words = fc.oneof(
    fc.constantFrom('', 'two\nlines', '  indented', 'trailing \n', 'no', '12:30', '2026-11-22'),
    name,
  );
  const email = fc.constantFrom('ada@example.com', 'bea@example.com', 'cy@example.com');
  const emails = fc.uniqueArray(email);
  const names = fc.uniqueArray(name, { maxLength: 3 });
  const contact = fc.record({ kind: fc.constantFrom('schedule', 'team'), name }) as fc.Arbitrary<FileTarget>;
  const target: fc.Arbitrary<FileTarget> = fc.oneof(
    contact,
    name.map((each): FileTarget => ({ kind: 'vendor', name: each })),
    email.map((each): FileTarget => ({ kind: 'person', name: each })),
    fc.constantFrom<FileTarget>(
      { kind: 'everyone', name: 'everyone' },
      { kind: 'administrators', name: 'administrators' },
    ),
  );
  const list = <T extends { name: string }>(record: fc.Arbitrary<T>) =>
    fc.uniqueArray(record, { maxLength: 4, selector: (each) => each.name.toLowerCase() });
  const catalog: fc.Arbitrary<WholeCatalog> = fc.record({
    version: fc.constant(1 as const),
    prune: fc.boolean(),
    teams: list(fc.record({ name, description: words, leads: emails, members: emails })),
    schedules: list(
      fc.record({
        name,
        timeZone: fc.constantFrom('Europe/Berlin', 'UTC'),
        layers: list(
          fc.record({
            name,
            timeZone: fc.constant('UTC'),
            startsOn: fc.constant('2025-01-06'),
            cycleDays: fc.integer({ min: 1, max: 14 }),
            handoffs: fc.constant([{ day: 0, time: '09:00' }]),
            people: fc.array(email, { minLength: 1, maxLength: 4 }),
            hours: fc.constantFrom([], [{ days: [1, 5], from: '09:00', until: '17:00' }]),
          }),
        ),
      }),
    ),
    escalationPolicies: list(
      fc.record({
        name,
        repeats: fc.integer({ min: 0, max: 9 }),
        ending: fc.constantFrom(...endings),
        steps: fc.array(fc.record({ waitMinutes: fc.integer({ min: 1, max: 9 }), targets: fc.array(target) })),
      }),
    ),
    services: list(
      fc.record({
        name,
        tier: fc.integer({ min: 1, max: 4 }),
        team: fc.option(name),
        description: words,
        policy: fc.option(name),
        primary: fc.option(contact),
        backup: fc.option(contact),
        dependencies: names,
        links: fc.constantFrom([], [{ name: 'Dashboard', url: 'https://graphs.example.com/?a=1#b' }]),
      }),
    ),
    vendors: list(
      fc.record({
        name,
        description: words,
        contract: words,
        account: fc.constantFrom('', '0042', '1_000'),
        phone: fc.constantFrom('', '+49 30 1'),
        email: fc.constant(''),
        portal: fc.constant(''),
        statusPage: fc.constant(''),
        contacts: fc.constantFrom([], [{ name: 'Kim', phone: '+1', email: '' }]),
        services: names,
      }),
    ),
    severityPolicy: fc.constant(nothing.severityPolicy),
  });

  it('written and read again says the same, and written again is the same text', () => {
    fc.assert(
      fc.property(catalog, (any) => {
        const whole = inOrder(any);
        const text = writeFile(whole);
        const read = readFile(text);
        if ('faults' in read) throw new Error(JSON.stringify(read.faults));
        expect(inOrder({ ...nothing, ...read.file })).toEqual(whole);
        expect(writeFile(inOrder({ ...nothing, ...read.file }))).toBe(text);
      }),
    );
  });

  it('has its services in an order in which no circle can close on the way', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(9), { minLength: 1 }), fc.infiniteStream(fc.nat()), (ids, dice) => {
        const services = ids.map((id, at) => {
          const below = ids.slice(0, at).filter(() => (dice.next().value ?? 0) % 2 === 0);
          return { ...service, name: `S${id}`, dependencies: below.map((need) => `S${need}`) };
        });
        const shuffled = [...services].sort((a, b) => (a.name < b.name ? -1 : 1));
        const file: CatalogFile = { version: 1, prune: false, services: shuffled };
        const order = servicesInOrder(file, nothing).map(({ record }) => record);
        expect([...order].sort((a, b) => (a.name < b.name ? -1 : 1))).toEqual(shuffled);
        const done = new Set<string>();
        for (const { name: one, dependencies } of order) {
          for (const need of dependencies) expect(done).toContain(need);
          done.add(one);
        }
      }),
    );
  });
});

const service: WholeCatalog['services'][number] = {
  name: '',
  tier: 1,
  team: null,
  description: '',
  policy: null,
  primary: null,
  backup: null,
  dependencies: [],
  links: [],
};
