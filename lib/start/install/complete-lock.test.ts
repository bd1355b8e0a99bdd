import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { missingFrom } from './complete-lock.mjs';

test('the lock names every package of every platform, or npm ci would refuse it (npm run lock:complete)', () => {
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, object> };
  expect([...missingFrom(lock).keys()]).toEqual([]);
});
