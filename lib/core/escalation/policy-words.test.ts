import { expect, it } from 'vitest';
import { type Step } from './escalation-policy';
import { policySentence } from './policy-words';

const steps: Step[] = [
  { targets: [{ kind: 'schedule', id: 'payments', name: 'Payments' }], waitMinutes: 5 },
  {
    targets: [
      { kind: 'team', id: 'money', name: 'Money' },
      { kind: 'person', id: 'ada', name: 'Ada' },
    ],
    waitMinutes: 10,
  },
];

it.each([
  [0, 'call-owners', 'After 15 minutes without an answer, administrators and leads are called.'],
  [1, 'call-everyone', 'All of it twice; after 30 minutes without an answer, everyone is called.'],
  [
    3,
    'tell-owners',
    'All of it 4 times; after 1 hour without an answer, administrators and leads are told, and nobody is called.',
  ],
] as const)('says a policy that is repeated %i times in words', (repeats, ending, said) => {
  expect(policySentence({ steps, repeats, ending })).toBe(
    `At once Payments (schedule), after 5 minutes Money (team) and Ada. ${said}`,
  );
});
