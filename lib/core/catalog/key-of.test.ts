import { expect, it } from 'vitest';
import { changeBetween } from './change';
import { keyOf } from './key-of';

it.each([
  ['Customer liaison', [], 'customer-liaison'],
  ['  Zürich – Payments (EU)!', [], 'zurich-payments-eu'],
  ['Payments', ['payments', 'payments-2'], 'payments-3'],
  ['支払い', [], 'service'],
])('%s', (name, taken, key) => {
  expect(keyOf(name, 'service', new Set(taken))).toBe(key);
});

it('keeps of a change only what differs', () => {
  const before = { name: 'Shop', tier: 1, dependencies: ['a', 'b'] };
  expect(changeBetween(before, { ...before, tier: 2 })).toEqual({ before: { tier: 1 }, after: { tier: 2 } });
  expect(changeBetween(before, { ...before, dependencies: ['a', 'b'] })).toBeNull();
});
