import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from '@/lib/start/root.mjs';
import { start } from '../lib/child';
import { withDatabase } from '../lib/database';
import { type Fault, type TryFault } from '../lib/faults';
import { copyPages, latenessOf, outcomeOf, preparePages, untilDone } from '../lib/pages';
import { startReceiver } from '../lib/receiver';

/** The clocks of both processes are moved, by an hour ahead and by an hour back. */
export const moved: TryFault = async (serverUrl, { quick }) => {
  const trials = quick ? 30 : 300;
  const count = trials * 5;
  const faults: Fault[] = [];
  await withDatabase(serverUrl, async (url) => {
    const receiver = await startReceiver();
    const template = await preparePages(url, receiver.url, 3);
    const clock = pathToFileURL(path.join(root, 'bench/programs/moved-clock.mjs')).href;
    const env = { DATABASE_URL: url, NODE_OPTIONS: `--import ${clock}` };
    const nodes = [await start('timers', env), await start('timers', env)];
    const first = await copyPages(url, template, { count, fromMs: 2_000, toMs: 2_000 + trials * 200 });
    await sleep(2_000);
    for (let trial = 0; trial < trials; trial += 1) {
      await sleep(100 + Math.random() * 200);
      nodes[trial % 2]?.process.kill('SIGUSR2');
    }
    await untilDone(url);
    for (const node of nodes) await node.kill();
    const late = await latenessOf(url, first);
    const early = late.filter((ms) => ms < 0).length;
    const outcome = await outcomeOf(url, template, { first, receiver });
    if (early > 0) throw new Error(`${early} steps were fired early`);
    if (receiver.stale() > 0) throw new Error(`${receiver.stale()} messages were signed at a wrong time`);
    faults.push({
      what: 'a process’s clock moved by an hour',
      trials,
      steps: count,
      ...outcome,
      wait: 'none early, late by',
      worst: Math.max(...late),
      most: 1_000,
    });
    await receiver.stop();
  });
  return faults;
};
