import { expect, it } from 'vitest';
import { contactKey, contactOfKey, contactWords } from './contact';

it.each([
  { kind: 'person', id: 'ada' },
  { kind: 'schedule', id: 'a:b' },
  { kind: 'team', id: 'money' },
] as const)('is kept as one text: $kind:$id', (contact) => {
  expect(contactOfKey(contactKey(contact))).toEqual(contact);
});

it.each(['', 'ada', 'everyone:everyone', ':ada', 'person', null, undefined])('%s names no contact', (key) => {
  expect(contactOfKey(key)).toBeNull();
});

it('says whom to ask, by name where a schedule has somebody on call', () => {
  const ada = { id: 'ada', name: 'Ada' };
  expect(contactWords({ kind: 'schedule', name: 'Payments', onCall: ada })).toBe('Ada (Payments)');
  expect(contactWords({ kind: 'schedule', name: 'Payments', onCall: null })).toBe('Payments (nobody is on call)');
  expect(contactWords({ kind: 'team', name: 'Money', onCall: null })).toBe('Money (team)');
  expect(contactWords({ kind: 'person', name: 'Ada', onCall: null })).toBe('Ada');
});
