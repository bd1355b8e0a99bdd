import { renderToString } from 'react-dom/server';
import { createElement } from 'react';
import { expect, test } from 'vitest';
import { Markdown } from './markdown';
import { isTooTangled } from './too-tangled';

const most = 20_000;
const filled = (piece: string) => piece.repeat(most / piece.length);
const nested = (open: string, close: string) => filled(open).slice(0, most / 2) + filled(close).slice(0, most / 2);

test.each([
  ['quotes', filled('>')],
  ['quotes with blanks', filled('> ')],
  ['numbered lists', filled('1) ')],
  ['quoted lists', filled('>- ')],
  ['emphases', nested('*a ', ' a*')],
  ['strikes', nested('~a ', ' a~')],
  ['brackets', filled('[')],
  ['a table', `${filled('a|').slice(0, 200)}\n${'-|'.repeat(100)}\n${filled('a|\n').slice(0, 9_000)}`],
  ['headings', filled('a\n=\n')],
])('%s without end are shown as typed', (_, text) => expect(isTooTangled(text)).toBe(true));

test.each([
  ['a post', '# What we saw\n\n> > quoted\n\n1. one\n   - **two**\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n***\n'],
  ['a log', '2026-11-21 03:00 [error] pool_size=20 exhausted <none>\n'.repeat(150)],
])('%s is read', (_, text) => expect(isTooTangled(text)).toBe(false));

test('what passes can be rendered', () => {
  const text = `${'> '.repeat(12)}${'*a '.repeat(240)}${' a*'.repeat(240)}`;
  expect(isTooTangled(text)).toBe(false);
  expect(renderToString(createElement(Markdown, { text }))).toContain('<em>');
});
