import { withDatabase } from '../lib/database';
import { type Fault, type TryFault } from '../lib/faults';
import { killUntilDone, lifeMs, meanLifeMs } from '../lib/killing';
import { copyPages, latenessOf, outcomeOf, preparePages, stillDue } from '../lib/pages';
import { startReceiver } from '../lib/receiver';

/** kill -9 of either of two processes, at any moment. */
export const killed: TryFault = async (serverUrl, { quick }) => {
  const kills = quick ? 10 : 60;
  const count = kills * 15;
  const faults: Fault[] = [];
  await withDatabase(serverUrl, async (url) => {
    const receiver = await startReceiver();
    const template = await preparePages(url, receiver.url, 3);
    const first = await copyPages(url, template, {
      count,
      fromMs: 2_000,
      toMs: 2_000 + (kills * meanLifeMs) / 2,
    });
    const { killed: trials } = await killUntilDone(url, { kills, lifeMs, left: () => stillDue(url) });
    const late = await latenessOf(url, first);
    faults.push({
      what: 'kill -9 of a process at any moment',
      trials,
      steps: count,
      ...(await outcomeOf(url, template, { first, receiver })),
      wait: 'fired late by',
      worst: Math.max(...late),
      most: 10_000,
    });
    await receiver.stop();
  });
  return faults;
};
