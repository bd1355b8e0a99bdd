import { expect, it } from 'vitest';
import { movedCaret } from './moved-caret';

it.each([
  ['stays where what changed comes after it', 'one |two', 'one |two three'],
  ['moves with its words where what changed comes before it', 'one tw|o', 'zero one tw|o'],
  ['moves back where lines before it went away', 'gone\nhere|', 'here|'],
  ['stands where its own words went away', 'keep go|ne', 'keep |'],
])('a caret %s', (_, before, after) => {
  expect(movedCaret(before.replace('|', ''), after.replace('|', ''), before.indexOf('|'))).toBe(after.indexOf('|'));
});
