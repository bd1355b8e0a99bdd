import { expect, it } from 'vitest';
import { type IncidentFact } from '../facts';
import { noticesOf } from '../follow-ups';
import { defaultRules } from '../severity/policy';
import { replay } from './evolve';
import { callsTo, pagingOf } from './paging';
import { Story, kindsOf, personActor } from './sample';
import { sentenceOf } from './sentence';

/** Page facts as a person reads them, without those of other clocks. */
function read(facts: readonly IncidentFact[]): string[] {
  return facts.filter(({ kind }) => kind.startsWith('pag')).map(sentenceOf);
}

it('pages by the policy of its services the moment it is declared, and on until one acknowledges', () => {
  const story = new Story();
  expect(read(story.pass(0))).toEqual([
    'Critical pages by “Payments”.',
    'Quarterdeck began to page by “Payments”: Critical: Card payments fail.',
    'Paged Bea.',
  ]);
  expect(read(story.pass(5))).toEqual(['Paged Cy and Di.']);
  const [page] = story.incident.pages;
  expect(kindsOf(story.act('di', 'answer-page', { id: page?.id ?? '', take: true }))).toEqual([
    'responder.joined',
    'page.acknowledged',
  ]);
  story.act('di', 'take-role', { role: 'commander' });
  expect(read(story.pass(120))).toEqual([]);
  expect(replay(story.facts)).toEqual(story.incident);
});

it('counts taking command as the answer of whoever it calls, and of nobody else', () => {
  const called = new Story();
  called.pass(0);
  expect(kindsOf(called.act('bea', 'take-role', { role: 'commander' }))).toEqual(['page.acknowledged', 'role.taken']);
  const other = new Story();
  other.pass(0);
  expect(kindsOf(other.act('cy', 'take-role', { role: 'commander' }))).toEqual(['role.taken']);
});

it('pages anew when nothing is heard or seen of who acknowledged', () => {
  const silent = new Story();
  silent.pass(0);
  const id = silent.incident.pages[0]?.id ?? '';
  silent.act('bea', 'answer-page', { id, take: true });
  expect(read(silent.pass(4))).toEqual([]);
  expect(read(silent.pass(1))).toEqual([
    'Nothing was heard of Bea since they acknowledged: the page begins anew.',
    'Paged Bea.',
  ]);
  silent.act('bea', 'answer-page', { id, take: true });
  silent.act('bea', 'add-note', { text: 'Looking.' });
  expect(read(silent.pass(60))).toEqual([]);
});

it.each([
  ['never', 600, 0],
  [30, 29, 0],
  [30, 30, 2],
  ['response-time', 5, 2],
] as const)(
  'pages anew after the silence that the severity policy says: %s, seen after %i minutes',
  (silence, minutes, facts) => {
    const rules = { ...defaultRules, Critical: { ...defaultRules.Critical, silence } };
    const silent = new Story({}, personActor('ada'), rules);
    silent.pass(0);
    silent.act('bea', 'answer-page', { id: silent.incident.pages[0]?.id ?? '', take: true });
    expect(read(silent.pass(minutes))).toHaveLength(facts);
  },
);

it('pages administrators for a service without a policy, and nobody for a lesser severity', () => {
  const bare = new Story({ services: ['checkout'] });
  expect(read(bare.pass(0))).toEqual([
    'Critical pages by “Administrators”. Checkout without an escalation policy.',
    'Quarterdeck began to page by “Administrators”: Critical: Card payments fail.',
    'Paged Ada.',
  ]);
  expect(read(new Story({ severity: 'Medium' }).pass(30))).toEqual([]);
});

it('settles anew whom to page when it gets worse or touches another service, without paging twice', () => {
  const story = new Story({ severity: 'Medium' });
  story.act('cy', 'change-severity', { to: 'High' });
  expect(read(story.pass(0))).toHaveLength(3);
  story.act('cy', 'change-services', { add: ['checkout'] });
  expect(read(story.pass(0))[0]).toBe('High pages by “Administrators”. Checkout without an escalation policy.');
  story.act('cy', 'change-severity', { to: 'Critical' });
  expect(read(story.pass(0))).toEqual(['Critical pages whom it pages already. Checkout without an escalation policy.']);
  expect(story.incident.pages).toHaveLength(2);
});

it('calls nobody once the incident ended, and settles anew when it is reopened', () => {
  const story = new Story();
  story.pass(1);
  story.act('cy', 'change-phase', { to: 'cancelled', reason: 'A false alarm.' });
  expect(story.incident.pages[0]).toMatchObject({ state: 'ended', nextAt: null });
  expect(read(story.pass(60))).toEqual([]);
});

const owners = [{ group: 'administrators' }, { group: 'owning-leads' }];

it.each([
  ['call-owners', 'administrators and leads are called', 'page-unanswered', owners],
  ['call-everyone', 'everyone is called', 'page-unanswered', [{ group: 'everyone' }]],
  ['tell-owners', 'administrators and leads were told', 'page-left', owners],
] as const)('ends by its policy where nobody answers: %s', (ending, said, kind, audience) => {
  const story = new Story({ severity: 'Medium' });
  story.act('cy', 'page', { about: 'Look at the ledger', policy: ending });
  const facts = [...story.pass(0), ...story.pass(5)];
  const last = facts.at(-1);
  expect(last && sentenceOf(last)).toBe(`Everybody was paged and nobody acknowledged: ${said}.`);
  expect(last && noticesOf(last, story.incident)).toMatchObject([
    {
      kind,
      audience: [{ people: ['cy'] }, ...audience],
      page: kind === 'page-left' ? null : (expect.any(String) as string),
    },
  ]);
  expect(replay(story.facts)).toEqual(story.incident);
});

it('pages a person about something, until they answer', () => {
  const story = new Story({ severity: 'Medium' });
  const [started] = story.act('ada', 'page', {
    about: 'Look at the ledger',
    targets: [{ kind: 'person', id: 'bea' }],
  }) as IncidentFact[];
  const id = started?.kind === 'page.started' ? started.data.id : '';
  expect(read(story.pass(0))).toEqual(['Paged Bea.']);
  expect(kindsOf(story.act('cy', 'answer-page', { id, take: false }))).toEqual(['refused: not-allowed']);
  const declined = story.act('bea', 'answer-page', { id, take: false, reason: 'On a train.' }) as IncidentFact[];
  expect(declined.flatMap((fact) => noticesOf(fact, story.incident)).map(({ audience }) => audience)).toEqual([
    [{ people: ['ada'] }],
  ]);
  expect(read(story.pass(0)).at(-1)).toBe(
    'Everybody was paged and nobody acknowledged: administrators and leads are called.',
  );
  expect(kindsOf(story.act('cy', 'answer-page', { id, take: true }))).toEqual([
    'responder.joined',
    'page.acknowledged',
  ]);
  expect(kindsOf(story.act('di', 'answer-page', { id, take: true }))).toEqual(['refused: changed-meanwhile']);
});

it('tells each person called, once a call', () => {
  const story = new Story();
  const facts = [...story.pass(0), ...story.pass(5)];
  const paged = facts.flatMap((fact) => noticesOf(fact, story.incident)).filter(({ kind }) => kind === 'paged');
  expect(paged.map(({ audience }) => audience)).toEqual([[{ people: ['bea'] }], [{ people: ['cy', 'di'] }]]);
});

it('refuses to page nobody, an observer, or who cannot see a private incident', () => {
  const story = new Story({ private: true }, personActor('bea'));
  expect(kindsOf(story.act('bea', 'page', { about: 'Help' }))).toEqual(['refused: invalid']);
  expect(kindsOf(story.act('bea', 'page', { about: 'Help', targets: [{ kind: 'person', id: 'obi' }] }))).toEqual([
    'refused: not-allowed',
  ]);
  expect(kindsOf(story.act('bea', 'page', { about: 'Help', targets: [{ kind: 'person', id: 'cy' }] }))).toEqual([
    'refused: not-allowed',
  ]);
});

it('stands before whoever is called until anybody answers, then before who took it until somebody commands', () => {
  const story = new Story();
  const asked = (who: string) => callsTo(story.incident, who).map(({ asks }) => asks);
  story.pass(0);
  expect(['bea', 'cy'].map(asked)).toEqual([['answer'], []]);
  expect(pagingOf(story.incident)).toEqual({ state: 'calling', people: [{ id: 'bea', name: 'Bea' }] });
  const id = story.incident.pages[0]?.id ?? '';
  story.act('bea', 'answer-page', { id, take: false });
  story.pass(0);
  expect(['bea', 'cy', 'di'].map(asked)).toEqual([[], ['answer'], ['answer']]);
  story.act('cy', 'answer-page', { id, take: true });
  expect(['bea', 'cy', 'di'].map(asked)).toEqual([[], ['command'], []]);
  expect(pagingOf(story.incident)).toBeNull();
  story.act('di', 'take-role', { role: 'commander' });
  expect(asked('cy')).toEqual([]);
});

it('still asks those it called once nobody is left to call, and nobody once the incident has ended', () => {
  const story = new Story();
  story.pass(60);
  expect(pagingOf(story.incident)).toMatchObject({ state: 'unanswered' });
  expect(callsTo(story.incident, 'bea')).toMatchObject([{ incident: 42, asks: 'answer' }]);
  story.act('ada', 'change-phase', { to: 'cancelled', reason: 'False alarm' });
  expect(pagingOf(story.incident)).toBeNull();
  expect(callsTo(story.incident, 'bea')).toEqual([]);
});

it('waits for nobody who may not answer any more: it goes on at once where nobody else was called', () => {
  const story = new Story();
  story.pass(0);
  const id = story.incident.pages[0]?.id ?? '';
  expect(story.lookAtPage(id)).toEqual([]);
  story.excused.add('bea');
  expect(read(story.lookAtPage(id))).toEqual([
    'Bea may not answer the page any more, so nobody waits for them.',
    'Paged Cy and Di.',
  ]);
  expect(callsTo(story.incident, 'bea')).toEqual([]);
  story.excused.add('cy');
  expect(read(story.lookAtPage(id))).toEqual(['Cy may not answer the page any more, so nobody waits for them.']);
  expect(callsTo(story.incident, 'di')).toMatchObject([{ asks: 'answer' }]);
  story.excused.clear();
  expect(read(story.pass(5))).toEqual(['Paged Bea.']);
  expect(replay(story.facts)).toEqual(story.incident);
});

it('pages anew at once when whoever acknowledged it, and did nothing since, may do nothing any more', () => {
  const story = new Story();
  story.pass(0);
  const id = story.incident.pages[0]?.id ?? '';
  story.act('bea', 'answer-page', { id, take: true });
  story.seenAt = story.now;
  story.excused.add('bea');
  expect(kindsOf(story.lookAtPage(id))).toEqual(['page.excused', 'page.silent', 'page.skipped', 'page.called']);
  expect(replay(story.facts)).toEqual(story.incident);
});

it('leaves a page with whoever did something since they acknowledged it', () => {
  const story = new Story();
  story.pass(0);
  const id = story.incident.pages[0]?.id ?? '';
  story.act('bea', 'answer-page', { id, take: true });
  story.act('bea', 'add-note', { text: 'Looking.' });
  story.excused.add('bea');
  expect(story.lookAtPage(id)).toEqual([]);
});

it('waits for nobody whom a change of access shuts out', () => {
  const story = new Story();
  story.pass(0);
  expect(kindsOf(story.act('ada', 'change-access', { private: true, visibleTo: ['bea', 'cy'] }))).toEqual([
    'access.changed',
  ]);
  expect(kindsOf(story.act('ada', 'change-access', { private: true, visibleTo: ['cy'] }))).toEqual([
    'access.changed',
    'page.excused',
  ]);
  expect(kindsOf(story.pass(0))).toEqual(['page.called']);
});
