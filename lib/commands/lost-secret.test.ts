import { beforeAll, beforeEach, expect, it } from 'vitest';
import { type Actor } from '@/lib/core/access/actor';
import { adoptSecret } from '@/lib/env';
import { readChannels } from '@/lib/queries/channels';
import { readOwnNotifications } from '@/lib/queries/own-notifications';
import { readGivenSettings } from '@/lib/store/channel-settings';
import { database } from '@/lib/store/database';
import { vapidKeys } from '@/lib/store/vapid';
import { changeChannels } from './change-channels';

const ada: Actor = { kind: 'person', id: 'ada', name: 'Ada', role: 'administrator' };
const mail = { host: 'mail.example.com', port: 587, secure: false, from: 'alerts@example.com' };
const secrets = ['a secret of at least thirty-two characters', 'another secret of at least thirty-two characters'];
const adopt = (which: 0 | 1) => adoptSecret(secrets[which] ?? '');

beforeAll(async () => {
  await database.person.create({ data: { id: 'ada', name: 'Ada', role: 'administrator', email: 'ada@example.org' } });
});

beforeEach(async () => {
  adopt(0);
  await database.setting.deleteMany({ where: { key: { in: ['vapid', 'channels'] } } });
});

it('lets administrators see that what was set up cannot be read, and give it anew', async () => {
  await changeChannels({ actor: ada }, { email: { ...mail, user: 'q', password: 'hunter2' } });
  const before = await vapidKeys();
  adopt(1);
  expect((await readChannels()).given).toMatchObject({
    email: null,
    unreadable: expect.stringContaining('another secret') as string,
  });
  expect(await readOwnNotifications(ada)).toMatchObject({
    pushKey: null,
    lacks: { email: expect.any(String) as string, push: expect.any(String) as string },
  });
  expect(await changeChannels({ actor: ada }, { email: mail })).toEqual({ given: ['the mail server'], taken: [] });
  expect(await readGivenSettings()).toMatchObject({ email: mail, twilio: null });
  expect((await vapidKeys()).publicKey).not.toBe(before.publicKey);
  expect((await readChannels()).given).toMatchObject({ email: mail, unreadable: null });
  const { pushKey, lacks } = await readOwnNotifications(ada);
  expect(pushKey).toBe((await vapidKeys()).publicKey);
  expect(Object.keys(lacks)).toEqual(['sms', 'voice']);
});

it('makes fresh keys for browsers where nothing else was set up', async () => {
  await vapidKeys();
  adopt(1);
  expect((await readChannels()).given.unreadable).toContain('another secret');
  expect(await changeChannels({ actor: ada }, { email: null })).toEqual({ given: [], taken: [] });
  expect((await readChannels()).given.unreadable).toBeNull();
});

it('keeps the keys for browsers that can be read', async () => {
  const before = await vapidKeys();
  await changeChannels({ actor: ada }, { email: mail });
  expect(await vapidKeys()).toEqual(before);
});
