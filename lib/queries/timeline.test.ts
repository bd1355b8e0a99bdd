import { beforeAll, describe, expect, test } from 'vitest';
import { actOnIncident } from '@/lib/commands/act-on-incident';
import { declareIncident } from '@/lib/commands/declare-incident';
import { type Actor } from '@/lib/core/access/actor';
import { type ActName } from '@/lib/core/incident/acts';
import { plus } from '@/lib/core/instant';
import { isRefusal } from '@/lib/core/refusal';
import { type TimelineFilter, everythingFilter, keyMomentsFilter, matchesFilter } from '@/lib/core/timeline/filter';
import { type TimelineItem, type TimelinePlace } from '@/lib/core/timeline/page';
import { readClock } from '@/lib/store/clock';
import { database } from '@/lib/store/database';
import { findItems, findTimeline, readTimeline } from './timeline';
import { readTimelineExport } from './timeline-export';

const ada: Actor = { kind: 'person', id: 'ada', name: 'Ada', role: 'administrator' };
const bea: Actor = { kind: 'person', id: 'bea', name: 'Bea', role: 'responder' };
const cy: Actor = { kind: 'person', id: 'cy', name: 'Cy', role: 'responder' };
const token: Actor = { kind: 'token', id: 'bea', name: 'Deploys', role: 'responder' };
let number: number;
let secret: number;

async function act(actor: Actor, name: ActName, draft: unknown, on = number) {
  const done = await actOnIncident({ actor }, on, name, draft);
  if (isRefusal(done)) throw new Error(done.message);
  return done;
}

beforeAll(async () => {
  for (const { id, name, role } of [ada, bea, cy])
    await database.person.create({ data: { id, name, role, email: `${id}@example.org` } });
  const declared = await declareIncident({ actor: ada }, { title: 'Checkout fails', severity: 'Critical' });
  const hidden = await declareIncident(
    { actor: ada },
    { title: 'Breach', severity: 'High', private: true, visibleTo: ['bea'] },
  );
  if (isRefusal(declared) || isRefusal(hidden)) throw new Error('not declared');
  ({ number } = declared);
  secret = hidden.number;
  const now = await readClock();
  for (let index = 0; index < 150; index += 1) {
    const actor = index % 3 === 0 ? ada : bea;
    const text = `${index % 10 === 0 ? 'failover' : 'payment'} note ${index}`;
    // Many share a moment, so that the order among them is tested, too.
    await act(actor, 'add-note', { text, at: plus(now, -((index * 7) % 40) * 60_000) });
  }
  await act(ada, 'take-role', { role: 'commander' });
  await act(ada, 'change-phase', { to: 'investigating' });
  await act(bea, 'pin-fact', { seq: 5, pinned: true });
  await act(bea, 'pin-fact', { seq: 7, pinned: true });
  await act(bea, 'pin-fact', { seq: 7, pinned: false });
  const [note] = (await findItems(ada, number, [9])) ?? [];
  if (note?.fact.kind !== 'note.added') throw new Error('no note');
  const former = { text: note.fact.data.text, at: note.fact.at };
  await act(ada, 'correct-note', { seq: 9, text: 'the vacuum blocked it', at: plus(now, -50 * 60_000), former });
}, 60_000);

/** Every item, by the export, which does not know of pages or filters. */
async function everything(): Promise<TimelineItem[]> {
  const items: TimelineItem[] = [];
  for await (const batch of (await readTimelineExport(ada, number))?.items ?? []) items.push(...batch);
  return items;
}

async function scroll(filter: TimelineFilter, place: TimelinePlace, to: 'before' | 'after'): Promise<TimelineItem[]> {
  const page = await findTimeline(ada, number, filter, place);
  if (!page) throw new Error('no timeline');
  const cursor = page[to];
  if (!cursor) return page.items;
  const further = await scroll(filter, to === 'before' ? { before: cursor } : { after: cursor }, to);
  return to === 'before' ? [...further, ...page.items] : [...page.items, ...further];
}

const seqs = (items: readonly TimelineItem[]) => items.map(({ fact }) => fact.seq);
const filters: [string, TimelineFilter][] = [
  ['key moments', keyMomentsFilter],
  ['everything', everythingFilter],
  ['notes', { ...everythingFilter, groups: ['notes'] }],
  ['roles, phase and marks', { ...everythingFilter, groups: ['roles', 'phase', 'marks'] }],
  ['by Ada', { ...everythingFilter, person: 'ada' }],
  ['frequent words', { ...everythingFilter, text: 'pay note' }],
  ['rare words', { ...everythingFilter, text: 'vacuum' }],
  ['no words', { ...everythingFilter, text: 'zebra' }],
  ['all at once', { ...everythingFilter, groups: ['notes'], person: 'bea', text: 'failover' }],
];

describe('pages', () => {
  test.each(filters)('%s: scrolling back from the newest shows each fact once, in order', async (_, filter) => {
    const all = await everything();
    const wanted = all.filter((item) => matchesFilter(filter, item.fact, item.pinned));
    expect(seqs(await scroll(filter, 'newest', 'before'))).toEqual(seqs(wanted));
    const page = await readTimeline(ada, number, filter, 'newest');
    expect(page.hidden).toBe(all.length - wanted.length);
    expect(page.seq).toBe(all.length);
  });

  test.each(filters)('%s: from a moment, both ways lead to the ends', async (_, filter) => {
    const all = await everything();
    const wanted = seqs(all.filter((item) => matchesFilter(filter, item.fact, item.pinned)));
    const at = all[80]?.place ?? '';
    const older = seqs(await scroll(filter, { at }, 'before'));
    const newer = seqs(await scroll(filter, { at }, 'after'));
    expect(wanted.slice(0, older.length)).toEqual(older);
    expect(wanted.slice(wanted.length - newer.length)).toEqual(newer);
    expect(new Set([...older, ...newer]).size).toBe(wanted.length);
  });

  test('a fact is found by its number, in the middle of what surrounds it', async () => {
    const page = await readTimeline(ada, number, everythingFilter, { fact: 40 });
    expect(page.target).toBe(40);
    expect(seqs(page.items)).toContain(40);
    expect(page.before && page.after).toBeTruthy();
  });

  test('a correction moves its note and comes with it; pins are marked', async () => {
    const all = await everything();
    const corrected = all.find(({ fact }) => fact.seq === 9);
    expect(seqs(all).indexOf(9)).toBe(0);
    expect(corrected?.corrections.map(({ data }) => data.text)).toEqual(['the vacuum blocked it']);
    expect(seqs(all.filter(({ pinned }) => pinned))).toEqual([5]);
  });
});

describe('private incidents', () => {
  test.each([
    ['an outsider', cy, 0],
    ['a token of a named id', token, 0],
    ['a named person', bea, 1],
    ['an administrator', ada, 1],
  ])('%s', async (_, actor, items) => {
    expect((await readTimeline(actor, secret, everythingFilter, 'newest')).items).toHaveLength(items);
    expect((await findTimeline(actor, secret, everythingFilter, 'newest')) === null).toBe(items === 0);
    expect((await findItems(actor, secret, [1])) === null).toBe(items === 0);
    expect((await readTimelineExport(actor, secret)) === null).toBe(items === 0);
  });

  test('what does not exist looks the same', async () => {
    expect(await findTimeline(cy, 999, everythingFilter, 'newest')).toBeNull();
    expect(await readTimeline(cy, 999, everythingFilter, 'newest')).toEqual(
      await readTimeline(cy, secret, everythingFilter, 'newest'),
    );
  });
});
