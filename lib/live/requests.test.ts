import { expect, test } from 'vitest';
import { presenceSchema } from './requests';

test.each(['\0', '\ud83d'])('looking at %j would spoil the batch that all seats are written in', (looking) => {
  expect(presenceSchema.safeParse({ incident: 1, looking, typing: false }).success).toBe(false);
});
