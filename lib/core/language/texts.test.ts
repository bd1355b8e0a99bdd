import { expect, it } from 'vitest';
import { MINUTE } from '../instant';
import { defaultRules } from '../severity/policy';
import { type Language, languages } from './language';
import { clockWords, dayAndClockWords, momentWordsFor } from './moment';
import { type OutwardFact, outwardKinds } from './texts';
import { textsIn } from './texts-in';

const by = { kind: 'person', id: 'ada', name: 'Ada' } as const;
const [bea, cy] = [
  { id: 'bea', name: 'Bea' },
  { id: 'cy', name: 'Cy' },
];
const commander = { key: 'commander', name: 'Commander' };
const scribe = { key: 'scribe', name: 'Scribe' };
const at = '2026-11-22T03:00:00.000Z';

type Said = {
  [K in OutwardFact['kind']]: Pick<Extract<OutwardFact, { kind: K }>, 'kind' | 'data'>;
}[OutwardFact['kind']];

const policy = { version: 1, rules: defaultRules };
const declared = { number: 42, title: 'Cards fail', summary: null, services: [], private: false, visibleTo: [] };
const team = { id: 't', name: 'Database', lead: bea, members: [cy] };
const task = { id: 't', title: 'Look at db-7', boxMinutes: 10, dueAt: at };

/** Each fact with what must be read of it in every language. */
const samples: [fact: Said, names: string[]][] = [
  [
    {
      kind: 'incident.declared',
      data: { ...declared, severity: 'High', severityUnsure: true, startedAt: at, policy },
    },
    ['Ada', 'Cards fail'],
  ],
  [
    { kind: 'severity.changed', data: { from: 'High', to: 'Critical', wasUnsure: false, reason: 'It spreads' } },
    ['It spreads'],
  ],
  [{ kind: 'severity.changed', data: { from: 'High', to: 'High', wasUnsure: true, reason: null } }, ['Ada']],
  [{ kind: 'services.changed', data: { added: [bea], removed: [cy] } }, ['Ada', 'Bea', 'Cy']],
  [{ kind: 'access.changed', data: { private: true, visibleTo: [bea, cy] } }, ['Ada', 'Bea', 'Cy']],
  [{ kind: 'access.changed', data: { private: true, visibleTo: [] } }, ['Ada']],
  [{ kind: 'access.changed', data: { private: false, visibleTo: [] } }, ['Ada']],
  [{ kind: 'role.assigned', data: { role: commander, person: bea } }, ['Ada', 'Bea']],
  [{ kind: 'role.assigned', data: { role: { key: 'x', name: 'SRE lead' }, person: bea } }, ['Ada', 'Bea', 'SRE lead']],
  [{ kind: 'role.relieved', data: { role: scribe, from: bea, to: cy, reason: 'asleep' } }, ['Bea', 'Cy', 'asleep']],
  [{ kind: 'subteam.formed', data: team }, ['Ada', 'Database', 'Bea', 'Cy']],
  [{ kind: 'subteam.formed', data: { ...team, members: [] } }, ['Ada', 'Database', 'Bea']],
  [
    { kind: 'subteam.changed', data: { ...team, former: cy, added: [cy], removed: [] } },
    ['Ada', 'Database', 'Bea', 'Cy'],
  ],
  [{ kind: 'subteam.changed', data: { ...team, former: bea, added: [], removed: [cy] } }, ['Ada', 'Database', 'Cy']],
  [{ kind: 'task.assigned', data: { ...task, assignee: bea } }, ['Ada', 'Bea', 'Look at db-7', '10 min']],
  [{ kind: 'task.reassigned', data: { ...task, from: bea, to: cy } }, ['Ada', 'Bea', 'Cy', 'Look at db-7', '10 min']],
  [
    { kind: 'task.came-back', data: { ...task, assignee: bea, assigner: by, lateMs: 5 * MINUTE } },
    ['Bea', 'Look at db-7', '5 '],
  ],
  [
    { kind: 'handover.offered', data: { id: 'h', role: commander, from: bea, to: cy, brief: '', expiresAt: at } },
    ['Bea', 'Cy'],
  ],
  ...(['nudge', 'room', 'unowned'] as const).map((level): [Said, string[]] => [
    { kind: 'cadence.overdue', data: { dueAt: at, level, lateMs: 7 * MINUTE } },
    ['7 '],
  ]),
  [{ kind: 'command.overdue', data: { dueAt: at, lateMs: MINUTE } }, ['1 ']],
  [{ kind: 'commander.away', data: { person: bea, lastSeenAt: at } }, ['Bea']],
  [{ kind: 'page.offered-on', data: { id: 'p', from: bea, to: [cy] } }, ['Bea', 'Cy']],
  [{ kind: 'page.unanswered', data: { id: 'p', lateMs: 0 } }, []],
  [{ kind: 'vendor.chase-due', data: { vendor: cy, by, ticket: 'T-17', lateMs: 3 * MINUTE } }, ['Cy', 'T-17', '3 ']],
  [{ kind: 'help.asked', data: { reason: 'We are stuck' } }, ['Ada', 'We are stuck']],
];

const others = languages.filter((language) => language !== 'en');

/** Every text of a catalog by its path, with what it was given replaced by names of what it asked for. */
function filled(value: unknown, path = ''): [path: string, text: string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') {
    const given = new Proxy({}, { get: (_, key) => (key === 'names' ? ['{names}'] : `{${String(key)}}`) });
    return [[path, String((value as (of: object) => unknown)(given))]];
  }
  return Object.entries(value as object).flatMap(([key, inner]) => filled(inner, `${path}/${key}`));
}

function plain(language: Language) {
  const { happened: _happened, ...rest } = textsIn(language);
  return new Map(filled(rest));
}

const placeholders = (text: string) => [...new Set(text.match(/\{\w+\}/gu))].toSorted();

it.each(others)('%s has every text of English with the same placeholders, and none is English', (language) => {
  const [ours, english] = [plain(language), plain('en')];
  expect([...ours.keys()]).toEqual([...english.keys()]);
  for (const [path, text] of english) {
    const said = ours.get(path) ?? '';
    expect([path, ...placeholders(said)]).toEqual([path, ...placeholders(text)]);
    // One word may be the same in two languages; a sentence is not.
    if (/\w+ \w+ \w+/u.test(text.replace(/\{\w+\}/gu, ''))) expect(said).not.toBe(text);
  }
});

it.each(others)('%s says of every fact whom and what English says of it', (language) => {
  expect(new Set(samples.map(([{ kind }]) => kind))).toEqual(new Set(outwardKinds));
  for (const [said, names] of samples) {
    const fact = { ...said, stream: 'incident:42', seq: 1, actor: by, at, recordedAt: at } as OutwardFact;
    const [ours, english] = [textsIn(language).happened(fact), textsIn('en').happened(fact)];
    for (const name of names)
      expect([ours, english]).toEqual([expect.stringContaining(name), expect.stringContaining(name)]);
    expect(ours).not.toBe(english);
    expect(ours).not.toMatch(/undefined|null|\[object/u);
  }
});

it.each<[Language, string, string]>([
  ['en', 'Europe/Berlin', '14:05 CET'],
  ['de', 'Europe/Berlin', '14:05 MEZ'],
  ['fr', 'Europe/Paris', '14:05 CET'],
  ['es', 'Europe/Madrid', '14:05 CET'],
  ['en', 'America/New_York', '08:05 EST'],
  ['de', 'America/New_York', '08:05 EST'],
  ['fr', 'Europe/London', '13:05 GMT'],
  ['en', 'UTC', '13:05 UTC'],
  ['en', 'Asia/Kathmandu', '18:50 GMT+5:45'],
])('says in %s what the clocks of %s show: %s', (language, timeZone, words) => {
  expect(clockWords('2026-11-22T13:05:00.000Z', { language, timeZone })).toBe(words);
});

it('knows summer time, and says the day where it is another', () => {
  const reader = { language: 'de', timeZone: 'Europe/Berlin' } as const;
  expect(clockWords('2026-07-01T22:30:00.000Z', reader)).toBe('00:30 MESZ');
  expect(dayAndClockWords('2026-07-01T22:30:00.000Z', reader)).toBe('Do., 2. Juli, 00:30 MESZ');
  expect(momentWordsFor('2026-07-01T21:30:00.000Z', '2026-07-01T22:30:00.000Z', reader)).toBe(
    'Mi., 1. Juli, 23:30 MESZ',
  );
  expect(momentWordsFor('2026-07-01T22:10:00.000Z', '2026-07-02T05:00:00.000Z', reader)).toBe('00:10 MESZ');
});
