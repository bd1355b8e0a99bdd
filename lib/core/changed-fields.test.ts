import { expect, test } from 'vitest';
import { changedFields } from './changed-fields';

test.each([
  ['nothing', { a: 1 }, { a: 1 }, []],
  ['a value', { name: 'Pay', tier: 1 }, { name: 'Payments', tier: 1 }, [['name', 'Pay', 'Payments']]],
  ['a nested value', { high: { ms: 1, told: ['a'] } }, { high: { ms: 2, told: ['a'] } }, [['high.ms', '1', '2']]],
  ['a list', { on: ['a'] }, { on: ['a', 'b'] }, [['on', 'a', 'a, b']]],
  ['something new', null, { team: 'Core' }, [['team', '—', 'Core']]],
  [
    'whom it names',
    { lead: null, members: [{ id: '1', name: 'Ada' }] },
    {
      lead: { id: '1', name: 'Ada' },
      members: [
        { id: '1', name: 'Ada' },
        { id: '2', name: 'Bea' },
      ],
    },
    [
      ['lead', '—', 'Ada'],
      ['members', 'Ada', 'Ada, Bea'],
    ],
  ],
  ['something gone', { team: 'Core' }, { team: null }, [['team', 'Core', '—']]],
])('%s', (_name, before, after, fields) => {
  expect(changedFields(before, after).map(({ path, before, after }) => [path, before, after])).toEqual(fields);
});
