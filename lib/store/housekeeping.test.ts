import { expect, test } from 'vitest';
import { DAY } from '@/lib/core/instant';
import { database } from './database';
import { tidy } from './housekeeping';

test('what strangers left by trying to sign in goes after days, what still counts stays', async () => {
  const [old, fresh] = [Date.now() - 3 * DAY, Date.now()];
  for (const [id, at] of [
    ['old', old],
    ['fresh', fresh],
  ] as const) {
    await database.rateLimit.create({ data: { id, key: id, count: 1, lastRequest: at } });
    await database.verification.create({ data: { id, identifier: id, value: 'x', expiresAt: new Date(at) } });
  }
  await tidy();
  expect(await database.rateLimit.findMany({ select: { id: true } })).toEqual([{ id: 'fresh' }]);
  expect(await database.verification.findMany({ select: { id: true } })).toEqual([{ id: 'fresh' }]);
});
