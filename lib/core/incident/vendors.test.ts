import { expect, it } from 'vitest';
import { type IncidentFact } from '../facts';
import { noticesOf } from '../follow-ups';
import { isRefusal } from '../refusal';
import { replay } from './evolve';
import { owedBy } from './owed';
import { Story, kindsOf } from './sample';
import { sentenceOf } from './sentence';

/** Vendor facts as a person reads them, without those of other clocks. */
function read(facts: readonly IncidentFact[]): string[] {
  return facts.filter(({ kind }) => kind.startsWith('vendor')).map(sentenceOf);
}

function asked(ticket?: string): Story {
  const story = new Story({ severity: 'Low' });
  story.act('cy', 'contact-vendor', { vendor: 'stripe', way: 'phone', ticket });
  return story;
}

it('comes back every quarter of an hour until the vendor answers', () => {
  const story = asked('T-17');
  expect(read(story.facts)).toEqual(['Cy contacted Stripe by telephone (ticket T-17).']);
  expect(read(story.pass(14))).toEqual([]);
  expect(read(story.pass(1))).toEqual(['Stripe has not answered (ticket T-17): ask again.']);
  expect(read(story.pass(30))).toHaveLength(2);
  expect(story.incident.vendors).toMatchObject([{ state: 'waiting', chases: 3 }]);
  story.act('di', 'note-vendor-answer', { vendor: 'stripe', text: 'It is theirs.' });
  expect(read(story.facts).at(-1)).toBe('Stripe answered: It is theirs.');
  expect(read(story.pass(600))).toEqual([]);
  expect(replay(story.facts)).toEqual(story.incident);
});

it('waits for more where an answer promised it, and keeps the ticket when asked again', () => {
  const story = asked('T-17');
  story.act('cy', 'note-vendor-answer', { vendor: 'stripe', text: 'We look.', chaseMinutes: 30 });
  expect(read(story.pass(29))).toEqual([]);
  expect(read(story.pass(1))).toHaveLength(1);
  story.act('di', 'contact-vendor', { vendor: 'stripe', way: 'portal', chaseMinutes: 5 });
  expect(read(story.facts).at(-1)).toBe('Di contacted Stripe again through its portal.');
  expect(story.incident.vendors).toMatchObject([
    { by: { id: 'di' }, way: 'portal', ticket: 'T-17', chases: 0, answer: { text: 'We look.' } },
  ]);
  expect(read(story.pass(5))).toEqual(['Stripe has not answered (ticket T-17): ask again.']);
});

it('tells whoever asked and the commander, once each time', () => {
  const story = asked();
  story.act('bea', 'take-role', { role: 'commander' });
  const [due] = story.pass(15).filter(({ kind }) => kind === 'vendor.chase-due');
  if (!due) throw new Error('Nobody was chased.');
  expect(noticesOf(due, story.incident)).toMatchObject([
    {
      kind: 'vendor-chase',
      audience: [{ people: ['cy'] }, { people: ['bea'] }],
      body: 'Stripe has not answered: ask again.',
    },
  ]);
});

it('says once that it is late, after a stop over several chases', () => {
  const story = asked();
  expect(read(story.pass(50, true))).toEqual([
    'Stripe has not answered: ask again. (noticed 35 minutes late, because Quarterdeck was down)',
  ]);
  expect(read(story.pass(15))).toHaveLength(1);
});

it('owes an answer until it is given up with a reason', () => {
  const story = asked();
  expect(owedBy(story.incident)).toContainEqual(
    expect.objectContaining({ kind: 'vendor', text: 'an answer from Stripe', by: 'Cy' }),
  );
  expect(kindsOf(story.act('cy', 'give-up-vendor', { vendor: 'stripe', reason: 'We went round them.' }))).toEqual([
    'vendor.given-up',
  ]);
  expect(story.act('cy', 'give-up-vendor', { vendor: 'stripe', reason: 'Again' })).toEqual([]);
  expect(owedBy(story.incident).filter(({ kind }) => kind === 'vendor')).toEqual([]);
  expect(read(story.pass(60))).toEqual([]);
});

it('asks nobody of an incident that has ended, nor of one that is reopened', () => {
  const story = asked();
  story.act('cy', 'change-phase', { to: 'cancelled', reason: 'A false alarm.' });
  expect(read(story.pass(60))).toEqual([]);
  expect(kindsOf(story.act('cy', 'change-phase', { to: 'investigating', reason: 'It was none.' }))).toEqual([
    'phase.changed',
  ]);
  expect(read(story.pass(60))).toEqual([]);
  expect(replay(story.facts)).toEqual(story.incident);
});

it('refuses who is unknown, who was never asked, and giving up what was answered', () => {
  const story = new Story();
  expect(story.act('cy', 'contact-vendor', { vendor: 'acme', way: 'phone' })).toMatchObject({ refusal: 'not-found' });
  expect(story.act('cy', 'note-vendor-answer', { vendor: 'stripe', text: 'Yes' })).toMatchObject({
    refusal: 'not-found',
  });
  expect(isRefusal(story.act('obi', 'contact-vendor', { vendor: 'stripe', way: 'phone' }))).toBe(true);
  story.act('cy', 'contact-vendor', { vendor: 'stripe', way: 'e-mail' });
  story.act('cy', 'note-vendor-answer', { vendor: 'stripe', text: 'Done' });
  expect(story.act('cy', 'give-up-vendor', { vendor: 'stripe', reason: 'Why' })).toMatchObject({
    refusal: 'illegal-move',
  });
});
