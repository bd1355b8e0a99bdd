import fc from 'fast-check';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import Markdown from 'react-markdown';
import remarkGfm from 'remark-gfm';
import { expect, test } from 'vitest';
import { literally } from './markdown';
import { nasty } from './testing/sample-envelope';

/** What a reader sees of Markdown, and with which elements; a link to the very address that is written is none. */
function seen(markdown: string): { elements: string[]; text: string } {
  const html = renderToStaticMarkup(createElement(Markdown, { remarkPlugins: [remarkGfm] }, markdown)).replace(
    /<a href="([^"]*)">([^<]*)<\/a>/g,
    (link, to: string, text: string) => ([text, `http://${text}`, `mailto:${text}`].includes(to) ? text : link),
  );
  const elements = [...new Set([...html.matchAll(/<(\w+)/g)].map(([, name]) => name ?? ''))];
  const text = html
    .replace(/<[^>]*>/g, '')
    .replace(
      /&(lt|gt|quot|#x27|amp);/g,
      (_, name: string) => ({ lt: '<', gt: '>', quot: '"', '#x27': "'" })[name] ?? '&',
    );
  return { elements, text: text.replace(/\s+/g, ' ').trim() };
}

test.each([
  nasty,
  '# a heading',
  '1. a list',
  '- a list',
  'a\n===',
  'a\n---',
  '    code',
  '| a | b |\n| - | - |',
  '![x](https://e.example)',
  'https://e.example www.e.example bea@e.example',
  '[x]: https://e.example',
  '&lt;b&gt; \\*',
  '- [ ] to do',
  '[^1]: a note',
  'two blanks  \nand a line',
])('%j is shown as it was written', (text) => {
  expect(seen(literally(text))).toEqual({ elements: ['p'], text: text.replace(/\s+/g, ' ').trim() });
});

test('whatever is written, nothing of it becomes mark-up', () => {
  const signs = fc.constantFrom(...' \n\t\\`*_{}[]()<>#+-.!|~:&=$@"\'/a1;^'.split(''));
  fc.assert(
    fc.property(fc.string({ unit: signs, maxLength: 40 }), (text) => {
      const { elements, text: shown } = seen(literally(text));
      expect(elements.filter((name) => name !== 'p')).toEqual([]);
      expect(shown).toBe(text.replace(/\s+/g, ' ').trim());
    }),
    { numRuns: 2_000 },
  );
});
