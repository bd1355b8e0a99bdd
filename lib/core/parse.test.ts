import { expect, it } from 'vitest';
import { z } from 'zod';
import { parse } from './parse';

const schema = z.object({
  title: z.string().min(1).max(5),
  severity: z.enum(['High', 'Low']),
  at: z.iso.datetime().optional(),
  count: z.number().int().max(3).optional(),
  own: z.string().min(3, 'Say more.').optional(),
  list: z.array(z.string()).max(1).optional(),
});

it.each([
  [{ severity: 'High' }, { title: 'This is needed.' }],
  [{ title: '', severity: 'High' }, { title: 'This is needed.' }],
  [{ title: 7, severity: 'High' }, { title: 'This must be text.' }],
  [{ title: 'too long', severity: 'High' }, { title: 'This must have at most 5 characters.' }],
  [{ title: 'x', severity: 'Bad' }, { severity: 'This must be one of: High, Low.' }],
  [{ title: 'x', severity: 'Low', at: 'noon' }, { at: 'This must be a time such as 2026-11-21T03:00:00Z.' }],
  [{ title: 'x', severity: 'Low', count: 4 }, { count: 'This must be at most 3.' }],
  [{ title: 'x', severity: 'Low', own: 'a' }, { own: 'Say more.' }],
  [{ title: 'x', severity: 'Low', list: ['a', 'b'] }, { list: 'This must list at most 1.' }],
])('says in plain words what is wrong with %j', (draft, fields) => {
  expect(parse(schema, draft)).toMatchObject({ refusal: 'invalid', fields });
});

it('says so of what is no object at all', () => {
  expect(parse(schema, 'x')).toMatchObject({ refusal: 'invalid', message: 'This must be an object.' });
});
