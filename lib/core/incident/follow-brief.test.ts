import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { followBrief } from './follow-brief';

const former = '**Situation**\n- Cards fail\n\n**Who does what**\n- Deputy: Bea\n\n**Owed**\n- An update, by 03:25 UTC';

describe('a brief that is edited while the room goes on', () => {
  it.each([
    ['takes in what is new', former.replace('Bea', 'Bea\n- Scribe: Cy')],
    ['takes in what changed', former.replace('Deputy: Bea', 'Deputy: Di')],
    ['lets go of what is over', former.replace('- An update, by 03:25 UTC', '- Nothing.')],
  ])('%s, and keeps what was typed', (_, next) => {
    const typed = '- The vendor is on line 2';
    const written = former.replace('- Cards fail', `- Cards fail\n${typed}`);
    expect(followBrief(written, former, next)).toBe(next.replace('- Cards fail', `- Cards fail\n${typed}`));
    expect(followBrief(`${former}\n${typed}`, former, next)).toBe(`${next}\n${typed}`);
  });

  it('keeps a line in the words of whoever rewrote it, beside what the room says of it by now', () => {
    const written = former.replace('Deputy: Bea', 'Deputy: Bea, who knows the ledger');
    expect(followBrief(written, former, former.replace('03:25', '03:40'))).toBe(written.replace('03:25', '03:40'));
    expect(followBrief(written, former, former.replace('Deputy: Bea', 'Deputy: Di'))).toContain(
      '- Deputy: Di\n- Deputy: Bea, who knows the ledger\n',
    );
  });

  it('leaves out what was struck out', () => {
    const written = former.replace('\n- Deputy: Bea', '');
    expect(followBrief(written, former, former.replace('03:25', '03:40'))).not.toContain('Deputy');
  });

  const lines = fc.array(fc.constantFrom('a', 'b', 'c', 'd', '', '**e**'), { maxLength: 8 });
  const typed = fc.array(fc.tuple(fc.nat(8), fc.constantFrom('one', 'two', 'three')), { maxLength: 4 });

  it('is what the room says where nobody typed, and what was typed where the room stood still', () => {
    fc.assert(
      fc.property(lines, lines, (was, is) => {
        const [first, then] = [was.join('\n'), is.join('\n')];
        expect(followBrief(first, first, then)).toBe(then);
        expect(followBrief(then, first, first)).toBe(then);
      }),
    );
  });

  it('never loses a typed line, nor the order of two', () => {
    fc.assert(
      fc.property(lines, lines, typed, (was, is, own) => {
        const mine: string[] = [...was];
        for (const [place, text] of own) mine.splice(Math.min(place, mine.length), 0, text);
        const isTyped = (line: string) => ['one', 'two', 'three'].includes(line);
        const after = followBrief(mine.join('\n'), was.join('\n'), is.join('\n')).split('\n');
        expect(after.filter(isTyped)).toEqual(mine.filter(isTyped));
      }),
    );
  });
});
