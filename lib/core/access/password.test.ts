import { expect, test } from 'vitest';
import { type Guess, passwordProblem } from './password';

test.each<[string, string, Guess, RegExp | null]>([
  ['short', 'elevenchars', { log10: 12, madeOf: [] }, /at least 12/],
  ['short, counted in characters, not in code units', '🌊🌊🌊🌊🌊🌊🌊🌊', { log10: 12, madeOf: [] }, /at least 12/],
  ['long', 'x'.repeat(129), { log10: 12, madeOf: [] }, /at most 128/],
  ['hard to guess', 'quiet-harbour-lamp', { log10: 8, madeOf: ['common'] }, null],
  ['around a name', 'ada.king.2026', { log10: 7.9, madeOf: ['common', 'own'] }, /your name/],
  ['common', 'password1234', { log10: 3, madeOf: ['common', 'row'] }, /tried first/],
  ['a row', 'qwertyuiopas', { log10: 3, madeOf: ['row'] }, /rows of the keyboard/],
  ['easy otherwise', 'anchoranchor', { log10: 5, madeOf: ['other'] }, /another word/],
])('%s', (_name, password, guess, problem) => {
  const said = passwordProblem(password, guess);
  if (problem) expect(said).toMatch(problem);
  else expect(said).toBeNull();
});
