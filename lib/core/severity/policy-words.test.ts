import { expect, it } from 'vitest';
import { defaultRules } from './policy';
import { hoursWords, minutesWords, policyChanges, policyDoubts } from './policy-words';

it.each([
  [1, '1 minute'],
  [15, '15 minutes'],
  [60, '1 hour'],
  [90, '90 minutes'],
  [1_440, '1 day'],
  [2_880, '2 days'],
])('%i minutes', (minutes, words) => {
  expect(minutesWords(minutes)).toBe(words);
});

it('says hours', () => {
  expect([hoursWords(48), hoursWords(168), hoursWords(1)]).toEqual(['48 hours', '7 days', '1 hour']);
});

it('tells what differs between two versions, in words', () => {
  const after = { ...defaultRules, Low: { ...defaultRules.Low, cadenceMinutes: 60, told: 'owning-teams' as const } };
  expect(policyChanges(defaultRules, after)).toEqual([
    { severity: 'Low', what: 'told', before: 'Nobody; it is on the board', after: 'The teams that own the services' },
    { severity: 'Low', what: 'updates every', before: 'none owed', after: '1 hour' },
  ]);
  const { paged: _none, ...before } = defaultRules.Low;
  const former = { ...defaultRules, Low: before };
  const calling = { ...defaultRules, Low: { ...defaultRules.Low, paged: 'everyone' as const } };
  expect(policyChanges(former, defaultRules)).toEqual([]);
  expect(policyChanges(former, calling)).toEqual([
    { severity: 'Low', what: 'paged', before: 'Nobody', after: 'Everyone' },
  ]);
  const patient = { ...defaultRules, High: { ...defaultRules.High, silence: 'never' as const } };
  expect(policyChanges(defaultRules, patient)).toEqual([
    { severity: 'High', what: 'paged again', before: 'After the response time in silence', after: 'Never' },
  ]);
  expect(policyChanges(defaultRules, defaultRules)).toEqual([]);
});

it('doubts a policy that answers the worse later', () => {
  expect(policyDoubts(defaultRules)).toEqual([]);
  expect(policyDoubts({ ...defaultRules, High: { ...defaultRules.High, responseMinutes: 120 } })).toEqual([
    'High is answered within 2 hours, later than Medium (1 hour).',
  ]);
});
