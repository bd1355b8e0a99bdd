// (b) An update posted by the API, seen by a second client.
import { io } from 'socket.io-client';
import { type IncidentFact } from '@/lib/core/facts';
import { startApp } from './lib/app';
import { quantile } from './lib/figures';
import { note, printTable } from './lib/table';

export async function seen(_serverUrl: string, { quick }: { quick: boolean }): Promise<void> {
  const { server, token } = await startApp();
  try {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const post = async (path: string, body: object) => {
      const answer = await fetch(`${server.url}/api/v1/incidents${path}`, {
        method: 'POST',
        headers,
        body: JSON.stringify(body),
      });
      if (!answer.ok) throw new Error(await answer.text());
      return (await answer.json()) as { number: number };
    };
    const { number } = await post('', { title: 'Checkout fails', severity: 'High' });
    const watcher = io(server.url, { path: '/live', transports: ['websocket'], auth: { token } });
    await new Promise((resolve) => watcher.once('connect', () => resolve(null)));
    const joined = (await watcher.emitWithAck('join', { incident: number })) as { ok: boolean };
    if (!joined.ok) throw new Error(JSON.stringify(joined));

    const rounds = quick ? 2 : 5;
    const posts = quick ? 20 : 60;
    const p50: number[] = [];
    const p99: number[] = [];
    const answered: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const times: number[] = [];
      const answers: number[] = [];
      for (let index = -5; index < posts; index += 1) {
        const status = `Round ${round}, ${index}`;
        const came = new Promise<number>((resolve) => {
          const hear = (fact: IncidentFact) => {
            if (fact.kind !== 'update.posted' || fact.data.status !== status) return;
            watcher.off('fact', hear);
            resolve(performance.now());
          };
          watcher.on('fact', hear);
        });
        const began = performance.now();
        await post(`/${number}/updates`, { status, actions: 'Restarting', next: 'Watch', estimate: 'unknown' });
        const done = performance.now();
        const at = await came;
        if (index < 0) continue;
        times.push(at - began);
        answers.push(done - began);
      }
      p50.push(quantile(times, 0.5));
      p99.push(quantile(times, 0.99));
      answered.push(quantile(answers, 0.5));
    }
    watcher.disconnect();
    printTable(`(b) Update posted by the API, ${rounds} rounds of ${posts}`, '', [
      { what: 'posted → seen by a second client, p50', unit: 'ms', ours: p50, most: 100 },
      { what: 'posted → seen by a second client, p99', unit: 'ms', ours: p99, most: 100 },
      { what: 'posted → answered, p50', unit: 'ms', ours: answered },
    ]);
    note('Every update was seen.');
  } finally {
    await server.dispose();
  }
}
