import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shorten, shortenBytes } from './shorten';

test('what fits stays as it is, what does not ends in an ellipsis within the limit', () => {
  expect(shorten('Payments fail', 13)).toBe('Payments fail');
  expect(shorten('Payments fail', 10)).toBe('Payments…');
  expect(shorten('🔥🔥🔥', 2)).toBe('🔥…');
  expect(shortenBytes('äöü', 6)).toBe('äöü');
  expect(shortenBytes('äöü', 5)).toBe('ä…');
});

test('no limit is passed and no sign is halved', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 4, max: 40 }), (text, limit) => {
      expect([...shorten(text, limit)].length).toBeLessThanOrEqual(limit);
      expect(Buffer.byteLength(shortenBytes(text, limit))).toBeLessThanOrEqual(limit);
      expect(shortenBytes(text, limit)).not.toMatch(/\p{Surrogate}/u);
    }),
  );
});
