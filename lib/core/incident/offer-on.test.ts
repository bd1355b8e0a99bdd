import { expect, it, test } from 'vitest';
import { type PersonRef } from '../access/actor';
import { type Target } from '../escalation/escalation-policy';
import { evolvePage } from '../escalation/evolve-page';
import { type NewPageFact, type Page } from '../escalation/page';
import { HOUR, type Instant, plus } from '../instant';
import { decideOfferOn } from './offer-on';

const start: Instant = '2026-11-22T08:00:00.000Z';
const [bea, cy, di] = ['bea', 'cy', 'di'].map((id) => ({ id, name: id })) as [PersonRef, PersonRef, PersonRef];
const rota: Target = { kind: 'schedule', id: 'rota', name: 'Rota' };
const team: Target = { kind: 'team', id: 'team', name: 'Team' };
const handover = plus(start, 2 * HOUR);
/** Bea is on call, from the handover on Cy; the team is Di and Bea. */
const at = (moment: Instant) => (target: Target) => (target === team ? [di, bea] : [moment < handover ? bea : cy]);

function page(by: PersonRef, targets: Target[]): Page {
  const began = {
    id: '1',
    about: 'x',
    policy: null,
    steps: [{ targets, waitMinutes: 5 }],
    repeats: 0,
    silentMinutes: null,
  };
  const facts: NewPageFact[] = [
    { kind: 'page.started', data: began },
    { kind: 'page.acknowledged', data: { id: '1', person: by, via: 'app' } },
  ];
  const actor = { kind: 'person', ...by } as const;
  const made = facts.reduce<Page | null>((now, fact) => evolvePage(now, { ...fact, actor, at: start }), null);
  if (!made) throw new Error('no page');
  return made;
}
const incident = (held: Page, phase: 'investigating' | 'resolved' = 'investigating') => ({ phase, pages: [held] });

it('offers a page to who is on call after its acknowledger, once', () => {
  const held = page(bea, [rota]);
  expect(decideOfferOn(incident(held), at, plus(handover, -1))).toEqual([]);
  const facts = decideOfferOn(incident(held), at, handover);
  expect(facts).toEqual([{ kind: 'page.offered-on', data: { id: '1', from: bea, to: [cy] } }]);
  expect(decideOfferOn(incident({ ...held, offeredOn: [cy] }), at, handover)).toEqual([]);
});

test.each<[string, ReturnType<typeof incident>]>([
  ['whoever took it as one of a team', incident(page(bea, [team]))],
  ['whoever was not on call for it', incident(page(di, [rota, team]))],
  ['an incident that ended', incident(page(bea, [rota]), 'resolved')],
  ['a page that calls still', incident({ ...page(bea, [rota]), state: 'calling' })],
])('leaves alone %s', (_, told) => {
  expect(decideOfferOn(told, at, handover)).toEqual([]);
});

it('waits while nobody is on call', () => {
  const gap = (moment: Instant) => (target: Target) => (moment < handover ? at(moment)(target) : []);
  expect(decideOfferOn(incident(page(bea, [rota])), gap, handover)).toEqual([]);
});
