import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { auditFilterOf } from './audit-filter';
import { keyOf } from './catalog/key-of';
import { parseHistoryCursor, parseHistoryFilter } from './history/filter';
import { idSchema, instantSchema, line, sentence } from './incident/act';
import { type ActName } from './incident/acts';
import { Story } from './incident/sample';
import { parse } from './parse';
import { withinSentence } from './text';
import { parseCursor, parseInstant } from './timeline/page';

describe('texts', () => {
  test.each(['a\0b', 'half \ud83d', '\udc00'])('%j cannot be kept', (text) => {
    const schema = z.object({ notes: z.array(z.string()) });
    expect(parse(schema, { notes: ['fine 🌊', text] })).toMatchObject({
      refusal: 'invalid',
      fields: { 'notes.1': /./ },
    });
  });

  test.each(['\u200b', '\u200d\u200d', '\u202e \u00ad'])('%j says nothing', (text) => {
    expect(sentence(9).safeParse(text).success || line(9).safeParse(text).success).toBe(false);
  });

  test('a title stands on one line and turns nothing around', () => {
    expect(line(40).parse(' Pay\u200bments\r\n\u202efail\u0007 ')).toBe('Payments fail');
    expect(sentence(40).parse('one\ntwo')).toBe('one\ntwo');
  });
});

test.each([
  ['Operations lead', 'operations lead'],
  ['SRE lead', 'SRE lead'],
  ['Écoute', 'écoute'],
  ['on call', 'on call'],
])('the role %s is called %s within a sentence', (name, within) => {
  expect(withinSentence(name)).toBe(within);
});

describe('moments that the database does not know, or that sort wrongly', () => {
  const far = ['0000-01-01T00:00:00.000Z', '9999-12-31T23:59:59-12:00', '0999-01-01T00:00:00Z'];
  test.each(far)('%s', (text) => {
    expect(instantSchema.safeParse(text).success).toBe(false);
    expect(parseInstant(text)).toBeNull();
    expect(parseHistoryCursor(`${text}~1`)).toBeNull();
  });

  test.each(['0000-01-01', '2026-02-30'])('the day %s', (day) => {
    expect(parseHistoryFilter((name) => (name === 'from' ? day : null)).from).toBeNull();
    expect(auditFilterOf({ from: day }).from).toBe('');
  });

  test('a place beyond counting', () => expect(parseCursor('2026-11-21T03:00:00.000Z~3000000000')).toBeNull());
});

test.each(['constructor', 'toString', '__proto__'])('%s names nothing', (name) => {
  expect(idSchema.safeParse(name).success).toBe(false);
  expect(idSchema.safeParse(keyOf(name, 'role', new Set())).success).toBe(true);
});

test('a key stays short, whatever its name decomposes to', () => {
  expect(keyOf('㏂'.repeat(80), 'role', new Set()).length).toBeLessThanOrEqual(60);
});

const endless: [ActName, object, number][] = [
  ['assign-task', { title: 'look', assignee: 'bea', boxMinutes: 5 }, 200],
  ['propose-decision', { text: 'roll back' }, 20],
  ['form-subteam', { name: 'Database', lead: 'bea', members: ['cy'] }, 30],
];
test.each(endless)('%s has an end: the state is read whole', (name, draft, most) => {
  const story = new Story();
  const act = () => story.act('ada', name, draft);
  for (let count = 0; count < most; count += 1) expect(act()).not.toHaveProperty('refusal');
  expect(act()).toMatchObject({ refusal: 'too-many' });
});
