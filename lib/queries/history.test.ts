import { beforeAll, describe, expect, test } from 'vitest';
import { actOnIncident } from '@/lib/commands/act-on-incident';
import { createService } from '@/lib/commands/create-service';
import { declareIncident } from '@/lib/commands/declare-incident';
import { type Actor } from '@/lib/core/access/actor';
import { type HistoryFilter, parseHistoryFilter } from '@/lib/core/history/filter';
import { type HistoryPage } from '@/lib/core/history/page';
import { isRefusal } from '@/lib/core/refusal';
import { database } from '@/lib/store/database';
import { readHistory } from './history';

const ada: Actor = { kind: 'person', id: 'ada', name: 'Ada', role: 'administrator' };
const bea: Actor = { kind: 'person', id: 'bea', name: 'Bea', role: 'responder' };
const cy: Actor = { kind: 'person', id: 'cy', name: 'Cy', role: 'observer' };
const token: Actor = { kind: 'token', id: 'bea', name: 'Deploys', role: 'responder' };

async function declare(draft: object): Promise<number> {
  const done = await declareIncident({ actor: ada }, draft);
  if (isRefusal(done)) throw new Error(done.message);
  return done.number;
}
const note = (number: number, text: string) => actOnIncident({ actor: ada }, number, 'add-note', { text });
const filter = (query: string): HistoryFilter => parseHistoryFilter((name) => new URLSearchParams(query).get(name));
const find = (actor: Actor, query: string) => readHistory(actor, filter(query), null);
const numbers = (page: HistoryPage) => page.entries.map(({ number }) => number);

let checkout: number;
let search: number;
let breach: number;

beforeAll(async () => {
  for (const { id, name, role } of [ada, bea, cy])
    await database.person.create({ data: { id, name, role, email: `${id}@example.org` } });
  await createService({ actor: ada }, { name: 'Payments', tier: 1 });
  checkout = await declare({ title: 'Checkout fails at the gateway', severity: 'Critical', services: ['payments'] });
  search = await declare({ title: 'Search is slow', severity: 'Low' });
  breach = await declare({ title: 'Quokka breach', severity: 'High', private: true, visibleTo: ['bea'] });
  await note(search, 'The gateway is fine; a *vacuum* blocks the index.');
  await note(breach, 'A quokka read the vacuum logs.');
  await actOnIncident({ actor: bea }, checkout, 'take-role', { role: 'commander' });
  await actOnIncident({ actor: bea }, checkout, 'post-update', {
    status: 'Gateway answers again',
    actions: 'Watching',
    next: 'Close',
    estimate: { kind: 'unknown', nextAt: null },
    phase: 'resolved',
  });
}, 60_000);

describe('words', () => {
  test('are found in titles, updates and notes, titles first, with the sentence', async () => {
    const page = await find(ada, 'q=gateway');
    expect(numbers(page)).toEqual([checkout, search]);
    expect(page.entries[1]?.match?.parts.find(({ hit }) => hit)?.text).toBe('gateway');
    expect(page.entries[1]?.match?.parts.map(({ text }) => text).join('')).toContain('is fine');
    expect(page.count).toBe(2);
  });

  test.each([
    ['q=check', 1],
    ['q=%22answers+again%22', 1],
    ['q=again+answers', 1],
    ['q=%22again+answers%22', 0],
    ['q=gateway+-fine', 1],
    ["q=it's+%5C+%27)%3A*+%26", 0],
    ['q=%26+%7C+!+(', 0],
  ])('%s finds %i', async (query, count) => {
    expect((await find(ada, query)).entries).toHaveLength(count);
  });
});

describe('filters', () => {
  test.each<[string, () => number[]]>([
    ['', () => [breach, search, checkout]],
    ['severity=Critical,Low', () => [search, checkout]],
    ['state=ended', () => [checkout]],
    ['state=open', () => [breach, search]],
    ['phase=resolved', () => [checkout]],
    ['service=payments', () => [checkout]],
    ['commander=bea', () => [checkout]],
    ['from=2000-01-01&to=2000-12-31', () => []],
    ['from=2000-01-01', () => [breach, search, checkout]],
    ['q=gateway&severity=Low', () => [search]],
  ])('%s', async (query, expected) => {
    const page = await find(ada, query);
    expect(numbers(page)).toEqual(expected());
    expect(page.count).toBe(expected().length);
  });

  test('pages follow each other without a double', async () => {
    const page = await readHistory(ada, filter(''), null);
    const last = page.entries[0];
    if (!last) throw new Error('nothing');
    const older = await readHistory(ada, filter(''), { declaredAt: last.declaredAt, number: last.number });
    expect([last.number, ...numbers(older)]).toEqual(numbers(page));
  });
});

describe('a private incident', () => {
  test.each([
    ['an observer', cy],
    ['a token of a named id', token],
  ])('is in no row, count or quotation for %s', async (_, actor) => {
    for (const query of ['', 'state=open', 'severity=High', 'q=quokka', 'q=vacuum', 'q=breach']) {
      const page = await find(actor, query);
      expect(numbers(page)).not.toContain(breach);
      expect(page.count).toBe(page.entries.length);
      expect(JSON.stringify(page)).not.toMatch(/quokka/i);
    }
  });

  test('is found by whoever is named on it', async () => {
    expect(numbers(await find(bea, 'q=quokka'))).toEqual([breach]);
  });
});
