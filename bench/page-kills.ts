// (e) The kill test of pages: 10,000 due steps, two processes that page and send, killed at random a thousand times. Each step
// once, and each person is sent each page: counted by what a receiver got.
import { withDatabase } from './lib/database';
import { quantile, short } from './lib/figures';
import { sql } from './lib/incidents';
import { killUntilDone, lifeMs, meanLifeMs } from './lib/killing';
import { copyPages, outcomeOf, preparePages, stillDue } from './lib/pages';
import { startReceiver } from './lib/receiver';
import { note } from './lib/table';

export async function pageKills(serverUrl: string, { quick }: { quick: boolean }): Promise<void> {
  const count = quick ? 1_000 : 10_000;
  const kills = quick ? 60 : 1_000;
  await withDatabase(serverUrl, async (url) => {
    const receiver = await startReceiver();
    const template = await preparePages(url, receiver.url, 3);
    // Two processes live at a time.
    const toMs = 2_000 + (kills * meanLifeMs) / 2;
    const first = await copyPages(url, template, { count, fromMs: 2_000, toMs, burst: 20 });
    const { killed, amid, amidSending, seconds, lives } = await killUntilDone(url, {
      kills,
      lifeMs,
      left: () => stillDue(url),
    });
    const { lost, twice, again, messages } = await outcomeOf(url, template, { first, receiver });
    await receiver.stop();
    if (lost + twice > 0) throw new Error(`the kill test of pages failed: ${lost} lost, ${twice} twice`);
    const recorded = await sql<{ key: string; at: number; tries: number }>(
      url,
      `select 'delivery-' || id as key, (extract(epoch from sent_at) * 1000)::float8 as at, attempts as tries from delivery`,
    );
    const gaps = recorded.flatMap(({ key, at, tries }) => (tries > 1 ? [] : [at - (receiver.first.get(key) ?? NaN)]));
    const caught = recorded.length - gaps.length;
    const bounds = [Math.min(...lives), Math.max(...lives)].map((ms) => short(ms / 1_000));
    note(
      `(e) ${count.toLocaleString('en')} due steps of pages, ${killed.toLocaleString('en')} kills of 2 processes that lived ` +
        `${bounds.join(' to ')} s (${amid} kills amid a transaction, ${amidSending} with a message on its way) in ${seconds} s: every ` +
        `step left one fact and its ${messages.toLocaleString('en')} notices, none twice. All ${messages.toLocaleString('en')} ` +
        `messages arrived; ${caught} were in the hands of a process that was killed, and ${again} came twice with the same key ` +
        `(${((100 * again) / messages).toFixed(2)}%). From arrival to record: p50 ${short(quantile(gaps, 0.5))} ms, ` +
        `p99 ${short(quantile(gaps, 0.99))} ms.`,
    );
  });
}
