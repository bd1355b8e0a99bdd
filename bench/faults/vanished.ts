import { setTimeout as sleep } from 'node:timers/promises';
import { start } from '../lib/child';
import { withDatabase } from '../lib/database';
import { type Fault, type TryFault } from '../lib/faults';
import { copyPages, latenessOf, outcomeOf, preparePages, type PageTemplate, untilDone } from '../lib/pages';
import { type Receiver, startReceiver } from '../lib/receiver';
import { sql } from '../lib/incidents';
import { moment } from '../lib/answer';

const atOnce = 5;

/** A host is lost: its process stands still for ever with all its connections open, amid firing or with messages in hand. */
export const vanished: TryFault = async (serverUrl, { quick }) => {
  const rounds = quick ? 1 : 4;
  const faults: Fault[] = [];
  for (const holding of ['a step', 'messages'] as const) {
    let worst = 0;
    const sum = { lost: 0, twice: 0, again: 0, messages: 0 };
    for (let round = 0; round < rounds; round += 1) {
      await withDatabase(serverUrl, async (url) => {
        const receiver = await startReceiver();
        const template = await preparePages(url, receiver.url, 3);
        const first = await copyPages(url, template, { count: atOnce, fromMs: 0, toMs: 0 });
        worst = Math.max(worst, await lose(url, template, { first, receiver, holding }));
        const outcome = await outcomeOf(url, template, { first, receiver });
        for (const key of ['lost', 'twice', 'again', 'messages'] as const) sum[key] += outcome[key];
        await receiver.stop();
      });
    }
    faults.push({
      what: `host lost with ${holding} in hand`,
      trials: rounds * atOnce,
      steps: rounds * atOnce,
      ...sum,
      wait: holding === 'a step' ? 'fired by another within' : 'sent by another within',
      worst,
      most: holding === 'a step' ? 10_000 : 25_000,
    });
  }
  return faults;
};

/** Loses a host for each incident, and answers with the milliseconds until another had done what the slowest left undone. */
async function lose(
  url: string,
  { timer }: PageTemplate,
  { first, receiver, holding }: { first: number; receiver: Receiver; holding: 'a step' | 'messages' },
): Promise<number> {
  const hosts = await Promise.all(Array.from({ length: atOnce }, () => start('hanging-timer', { DATABASE_URL: url })));
  const lost: number[] = [];
  for (const [index, host] of hosts.entries()) {
    const method = holding === 'a step' ? 'take' : 'takeMessages';
    if (!(await host.call(method, first + index, timer))) throw new Error('There was nothing to take.');
    host.process.kill('SIGSTOP');
    lost[index] = moment();
  }
  const other = await start('timers', { DATABASE_URL: url });
  await untilDone(url);
  await sleep(200);
  const late = await latenessOf(url, first);
  if (late.length !== atOnce) throw new Error('Not every step was fired once.');
  const rows = await sql<{ number: number; called: number; keys: string[] }>(
    url,
    `select f.incident_number as number, (extract(epoch from f.recorded_at) * 1000)::float8 as called,
       array(select 'delivery-' || d.id from delivery d where d.incident_number = f.incident_number) as keys
     from fact f where f.kind = 'page.called' and f.incident_number >= $1`,
    [first],
  );
  for (const host of hosts) await host.kill();
  await other.kill();
  const waits = rows.map(({ number, called, keys }) => {
    const done = holding === 'a step' ? called : Math.max(...keys.map((key) => receiver.first.get(key) ?? Infinity));
    return done - (lost[number - first] ?? NaN);
  });
  return Math.max(...waits);
}
