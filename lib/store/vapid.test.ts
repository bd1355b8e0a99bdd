import webPush from 'web-push';
import { expect, test } from 'vitest';
import { adoptSecret } from '@/lib/env';
import { database } from './database';
import { vapidKeys } from './vapid';

adoptSecret('a secret of more than thirty-two characters');

test('processes that need keys at the same moment get the same, and get them again later', async () => {
  const all = await Promise.all(Array.from({ length: 8 }, () => vapidKeys()));
  const [first] = all;
  expect(new Set(all.map(({ publicKey, privateKey }) => `${publicKey} ${privateKey}`)).size).toBe(1);
  expect(await vapidKeys()).toEqual(first);
});

test('the keys are a pair that web-push takes, and the private one is nowhere to be read', async () => {
  const { publicKey, privateKey, subject } = await vapidKeys();
  expect(() =>
    webPush.getVapidHeaders('https://push.example', subject, publicKey, privateKey, 'aes128gcm'),
  ).not.toThrow();
  const kept = await database.setting.findUniqueOrThrow({ where: { key: 'vapid' } });
  expect(JSON.stringify(kept.value)).not.toContain(privateKey);
});

test('a changed secret is told as that, and the keys that browsers know are not replaced', async () => {
  const { publicKey } = await vapidKeys();
  adoptSecret('quite another secret of enough characters');
  await expect(vapidKeys()).rejects.toThrow(/another secret/);
  adoptSecret('a secret of more than thirty-two characters');
  expect((await vapidKeys()).publicKey).toBe(publicKey);
});
