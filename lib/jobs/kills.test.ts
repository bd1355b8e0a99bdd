import { expect, it } from 'vitest';
import { type Actor } from '@/lib/core/access/actor';
import { isRefusal } from '@/lib/core/refusal';
import { addContactMethod } from '@/lib/commands/add-contact-method';
import { adoptSecret } from '@/lib/env';
import { startHttpReceiver } from '@/lib/notify/testing/http-receiver';
import { keepGivenSettings } from '@/lib/store/channel-settings';
import { database } from '@/lib/store/database';
import { transact } from '@/lib/store/transact';
import { act, declare, eventually, patient } from '@/lib/timers/testing/incidents';
import { killWhile } from '@/lib/timers/testing/kill-while';
import { startSending } from './send-deliveries';

const people = ['pia', 'quin', 'rosa'];
const pages = 30;

async function reach(id: string, url: string) {
  await database.person.create({ data: { id, name: id, role: 'responder', email: `${id}@example.org` } });
  const actor: Actor = { kind: 'person', id, name: id, role: 'responder' };
  const address = JSON.stringify({ url: `${url}/${id}`, secret: `whsec_${'A'.repeat(32)}` });
  const added = await addContactMethod({ actor }, { channel: 'webhook', address });
  if (isRefusal(added)) throw new Error(added.message);
}

/** Steps that are still to be fired, each of which makes a message for everybody, and messages that nobody has taken. */
async function left(): Promise<number> {
  const [row] = await database.$queryRaw<[{ n: number }]>`
    select (${people.length + 1}::int * (select count(*) from timer where kind = 'page' and due_at <= app_now())
      + (select count(*) from delivery where state = 'waiting'))::int as n`;
  return row.n;
}

it('sends every message of every page, under one key, while its processes are killed at random', patient, async () => {
  adoptSecret('a secret of at least thirty-two characters');
  const receiver = await startHttpReceiver(() => ({ status: 204 }));
  await transact(({ tx }) => keepGivenSettings(tx, { email: null, twilio: null, allowPrivate: ['127.0.0.1'] }));
  for (const id of people) await reach(id, receiver.url);
  await database.contactMethod.updateMany({ data: { verifiedAt: new Date() } });
  await database.delivery.deleteMany();
  const targets = people.map((id) => ({ kind: 'person', id }));
  // Their only step.
  for (let index = 0; index < pages; index += 1) await act(await declare('Low'), 'page', { about: 'Look', targets });

  expect(await killWhile(left)).toBeGreaterThan(5);
  // As if one had died between handing a message over and writing that down.
  await database.$executeRaw`
    update delivery set state = 'sending', lease_until = clock_timestamp()
    where id = (select min(id) from delivery where state = 'sent')`;
  // Twenty seconds later.
  await database.$executeRaw`update delivery set lease_until = clock_timestamp() where state = 'sending'`;
  const stop = startSending();
  await eventually(async () => expect(await database.delivery.count({ where: { state: { not: 'sent' } } })).toBe(0));
  await stop();
  await receiver.stop();

  const each = await database.fact.groupBy({ by: ['incidentNumber'], where: { kind: 'page.called' }, _count: true });
  expect(each).toHaveLength(pages);
  expect(each.every(({ _count }) => _count === 1)).toBe(true);
  expect(await database.notice.count({ where: { kind: 'paged' } })).toBe(pages * people.length);
  const keys = new Map<string, Set<string>>();
  for (const { headers, path, body } of receiver.got) {
    const { data } = JSON.parse(body.toString()) as { data: { url: string } };
    const message = `${path} ${data.url}`;
    keys.set(message, (keys.get(message) ?? new Set()).add(String(headers['webhook-id'])));
  }
  expect(keys.size).toBe(pages * people.length);
  expect([...keys.values()].every(({ size }) => size === 1)).toBe(true);
  expect(receiver.got.length).toBeGreaterThan(keys.size);
});
