import { describe, expect, it } from 'vitest';
import { likest, tellingWords } from './similar';

const payments = { id: 's1', name: 'Payments' };
const search = { id: 's2', name: 'Search' };
const open = [
  { title: 'Card payments fail at checkout', services: [payments], declaredAt: '2026-01-01T03:00:00.000Z' },
  { title: 'Search results are stale', services: [search], declaredAt: '2026-01-01T03:05:00.000Z' },
  { title: 'Réplication lag on the primary database', services: [], declaredAt: '2026-01-01T03:10:00.000Z' },
];
const found = (title: string, services: string[] = []) => likest({ title, services }, open).map((one) => one.title);

describe('likest', () => {
  it.each([
    ['Payment failures in the checkout', 0],
    ['checkout broken: cards', 0],
    ['chekout payments', 0],
    ['Paym', 0],
    ['stale search', 1],
    ['replication is lagging', 2],
  ])('%s', (title, at) => {
    expect(found(title)[0]).toBe(open[at]?.title);
  });

  it('stays silent when nothing sounds alike', () => {
    expect(found('E-mail notifications are late')).toEqual([]);
    expect(found('the')).toEqual([]);
    expect(found('It is down')).toEqual([]);
    expect(found('')).toEqual([]);
  });

  it('takes a shared service as a hint while nothing is typed', () => {
    expect(found('', ['s2'])).toEqual(['Search results are stale']);
    expect(found('Queue grows', ['s2'])).toEqual([]);
    expect(found('Results empty', ['s2'])).toEqual(['Search results are stale']);
  });
});

it('keeps the words that tell titles apart', () => {
  expect(tellingWords('The API is DOWN for some, again: Zürich!')).toEqual(['api', 'again', 'zurich']);
});
