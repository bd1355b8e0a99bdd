import { type ChildProcess, spawn } from 'node:child_process';
import { expect } from 'vitest';
import { bundle } from '@/lib/start/testing/bundle';
import { eventually } from './incidents';

/** Two processes that fire timers and send, killed in turn at random until nothing is `left`; answers with the number of kills. */
export async function killWhile(left: () => Promise<number>): Promise<number> {
  const program = await bundle('bench/programs/timers.ts');
  const runners: ChildProcess[] = [];
  const run = (place: number) => {
    runners[place] = spawn(process.execPath, [program], { stdio: 'ignore' });
  };
  run(0);
  run(1);
  let kills = 0;
  try {
    for (let last = await left(); last > 0; last = await left()) {
      // Some at a time of each life, so in the midst of the next.
      const some = Math.ceil(Math.random() * 12);
      await eventually(async () => expect(await left()).toBeLessThanOrEqual(Math.max(0, last - some)));
      const place = kills % 2;
      runners[place]?.kill('SIGKILL');
      kills += 1;
      run(place);
    }
  } finally {
    for (const runner of runners) runner.kill('SIGKILL');
  }
  return kills;
}
