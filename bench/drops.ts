// (a) With connections dropped and the server killed at random, every watcher ends with every fact, once and in order.
import { type Child, start } from './lib/child';
import { withDatabase } from './lib/database';
import { freePort } from '@/lib/start/postgres/access';
import { note } from './lib/table';

interface Standing {
  reached: number;
  doubles: number;
  gaps: number;
  joins: number;
}

export async function drops(serverUrl: string, { quick }: { quick: boolean }): Promise<void> {
  await withDatabase(serverUrl, async (url) => {
    const [count, facts, kills] = quick ? [40, 200, 2] : [200, 1_000, 8];
    const port = await freePort();
    const env = { DATABASE_URL: url, PORT: String(port) };
    const [writer, followers] = await Promise.all([start('writer', env), start('followers')]);
    let live: Child = await start('live', env);
    const incident = await writer.call<number>('declare');
    await followers.call('gather', port, count, incident);

    let dropped = 0;
    const dropping = setInterval(() => {
      void followers.call<number>('drop', 0.03).then((more) => (dropped += more));
    }, 200);
    const writing = writer.call<{ seq: number }>('facts', incident, facts, 15, 'A fact that nobody may miss.');
    let written = false;
    void writing.then(() => (written = true));
    for (let kill = 0; kill < kills; kill += 1) {
      await new Promise((resolve) => setTimeout(resolve, 800 + Math.random() * 1_200));
      await live.kill();
      live = await start('live', env);
    }
    const { seq } = await writing;
    clearInterval(dropping);
    const began = performance.now();
    for (;;) {
      const standing = await followers.call<Standing>('standing');
      if (standing.gaps > 0 || standing.doubles > 0) throw new Error(`a watcher saw ${JSON.stringify(standing)}`);
      if (written && standing.reached === seq) {
        note(
          `(a) ${count} watchers, ${seq} facts, ${dropped} connections dropped, the server killed ${kills} times, ` +
            `${standing.joins} joins: each has every fact, in order, no gap, no double.`,
        );
        break;
      }
      if (performance.now() - began > 30_000)
        throw new Error(`a watcher is behind: ${JSON.stringify(standing)} of ${seq}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    await Promise.all([live, writer, followers].map((child) => child.kill()));
  });
}
