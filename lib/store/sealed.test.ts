import { beforeEach, expect, test } from 'vitest';
import { env } from '@/lib/env';
import { Unsealable, seal, unseal } from './sealed';

beforeEach(() => {
  env.QUARTERDECK_SECRET = 'a secret of at least thirty-two characters';
});

test('opens where it was sealed for, and reads differently each time', () => {
  const sealed = seal('+49 151 23456789', 'contact-method:1');
  expect(sealed).not.toContain('151');
  expect(seal('+49 151 23456789', 'contact-method:1')).not.toBe(sealed);
  expect(unseal(sealed, 'contact-method:1')).toBe('+49 151 23456789');
  expect(unseal(seal('', 'empty'), 'empty')).toBe('');
});

test('does not open elsewhere, altered, cut, or with another secret', () => {
  const sealed = seal('https://hooks.example.com/abc', 'contact-method:1');
  expect(() => unseal(sealed, 'contact-method:2')).toThrow(Unsealable);
  expect(() =>
    unseal(
      sealed.replace(/.$/u, (last) => (last === 'A' ? 'E' : 'A')),
      'contact-method:1',
    ),
  ).toThrow(Unsealable);
  expect(() => unseal('v1.AAAA', 'contact-method:1')).toThrow(Unsealable);
  expect(() => unseal('https://hooks.example.com/abc', 'contact-method:1')).toThrow(Unsealable);
  env.QUARTERDECK_SECRET = 'another secret of at least thirty-two';
  expect(() => unseal(sealed, 'contact-method:1')).toThrow(Unsealable);
});
