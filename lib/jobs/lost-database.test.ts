import pg from 'pg';
import { expect, it } from 'vitest';
import { addContactMethod } from '@/lib/commands/add-contact-method';
import { type Actor } from '@/lib/core/access/actor';
import { isRefusal } from '@/lib/core/refusal';
import { adoptSecret, env } from '@/lib/env';
import { type Answer, startHttpReceiver } from '@/lib/notify/testing/http-receiver';
import { keepGivenSettings } from '@/lib/store/channel-settings';
import { database } from '@/lib/store/database';
import { transact } from '@/lib/store/transact';
import { act, declare, eventually, patient, start } from '@/lib/timers/testing/incidents';
import { startSending } from './send-deliveries';

const pia: Actor = { kind: 'person', id: 'pia', name: 'pia', role: 'responder' };
const targets = [{ kind: 'person', id: 'pia' }];

/** What stands between this process and its database: `open` false lets nobody in and puts everybody out. */
async function door() {
  const url = new URL(env.DATABASE_URL);
  const name = url.pathname.slice(1);
  const server = new pg.Client({ connectionString: Object.assign(url, { pathname: '/postgres' }).href });
  await server.connect();
  return {
    open: () => server.query(`alter database ${name} allow_connections true`),
    shut: async () => {
      await server.query(`alter database ${name} allow_connections false`);
      // Whatever cleans up in it now is the server's, and none of ours to end.
      await server.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and backend_type = 'client backend'`,
        [name],
      );
    },
    close: () => server.end(),
  };
}

it(
  'records what a receiver took while the database was away once it is back, sends it no second time, and goes on',
  patient,
  async () => {
    adoptSecret('a secret of at least thirty-two characters');
    const waiting: ((answer: Answer) => void)[] = [];
    const receiver = await startHttpReceiver(() => new Promise<Answer>((resolve) => waiting.push(resolve)));
    await transact(({ tx }) => keepGivenSettings(tx, { email: null, twilio: null, allowPrivate: ['127.0.0.1'] }));
    await database.person.create({ data: { id: 'pia', name: 'pia', role: 'responder', email: 'pia@example.org' } });
    const address = JSON.stringify({ url: receiver.url, secret: `whsec_${'A'.repeat(32)}` });
    const added = await addContactMethod({ actor: pia }, { channel: 'webhook', address });
    if (isRefusal(added)) throw new Error(added.message);
    await database.contactMethod.updateMany({ data: { verifiedAt: new Date() } });
    await database.delivery.deleteMany();

    start();
    const stop = startSending();
    const server = await door();
    await act(await declare('Low'), 'page', { about: 'Look', targets });
    // Taken, and on its way: its receiver has it and has not answered.
    await eventually(async () => expect(await Promise.resolve(waiting)).toHaveLength(1));
    try {
      await server.shut();
      await expect(database.delivery.count()).rejects.toThrow();
      waiting[0]?.({ status: 204 });
      await eventually(() => expect(database.delivery.count()).rejects.toThrow());
    } finally {
      await server.open();
      await server.close();
    }
    await eventually(async () =>
      expect(await database.delivery.findMany()).toMatchObject([{ state: 'sent', attempts: 1 }]),
    );

    await act(await declare('Low'), 'page', { about: 'Look again', targets });
    await eventually(async () => expect(await Promise.resolve(waiting)).toHaveLength(2));
    waiting[1]?.({ status: 204 });
    await eventually(async () => expect(await database.delivery.count({ where: { state: 'sent' } })).toBe(2));
    await stop();
    await receiver.stop();
    expect(receiver.got.map(({ headers }) => headers['webhook-id'])).toHaveLength(2);
    expect(await database.fact.count({ where: { kind: 'page.called' } })).toBe(2);
  },
);
