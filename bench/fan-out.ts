// (a) One fact committed, delivered to everyone in the room: beside a bare `ws` broadcast of the same bytes.
import { type Child, start } from './lib/child';
import { withDatabase } from './lib/database';
import { median, quantile } from './lib/figures';
import { note, printTable } from './lib/table';

interface Collected {
  payloads: string[];
  arrivals: Float64Array[];
  wrong: number;
  uneven: number;
}

interface Round {
  p50: number;
  p99: number;
  /** Microseconds of the server's processor per delivery. */
  cpu: number;
  /** The same of the process that receives. */
  load: number;
}

const words =
  'Replica lag fell to 4 s after the restart of the second read pool; checkout errors are at 0.8 %, down from 31 %. '.repeat(
    3,
  );

export async function fanOut(serverUrl: string, { quick }: { quick: boolean }): Promise<void> {
  for (const [sockets, rounds, facts, everyMs] of quick
    ? ([[1_000, 3, 20, 60]] as const)
    : ([
        [1_000, 9, 40, 60],
        [5_000, 7, 20, 300],
      ] as const)) {
    await withDatabase(serverUrl, (url) => compare(url, sockets, rounds, facts, everyMs));
  }
}

async function compare(url: string, sockets: number, rounds: number, facts: number, everyMs: number) {
  const env = { DATABASE_URL: url };
  const [live, bare, writer, watchers] = await Promise.all([
    start('live', env),
    start('bare-ws'),
    start('writer', env),
    start('watchers'),
  ]);
  const incident = await writer.call<number>('declare');
  const ours = await watchers.call<number>('gather', await live.call('port'), sockets, 'socket.io', incident);
  const theirs = await watchers.call<number>('gather', await bare.call('port'), sockets, 'ws', 0);

  const measure = async (server: Child, crowd: number, send: () => Promise<number[]>): Promise<[Round, string[]]> => {
    const [cpu, load] = await Promise.all([server, watchers].map((child) => child.call<number>('processorTime')));
    const began = await send();
    await new Promise((resolve) => setTimeout(resolve, 300));
    const [cpuAfter, loadAfter] = await Promise.all(
      [server, watchers].map((child) => child.call<number>('processorTime')),
    );
    const { payloads, arrivals, wrong, uneven } = await watchers.call<Collected>('collect', crowd);
    const deliveries = arrivals.reduce((sum, times) => sum + times.length, 0);
    if (wrong > 0 || uneven > 0 || deliveries !== facts * sockets || payloads.length !== facts) {
      throw new Error(`${deliveries} deliveries of ${payloads.length} facts, ${wrong} wrong, ${uneven} watchers short`);
    }
    const latencies = arrivals.flatMap((times, index) => Array.from(times, (at) => at - (began[index] ?? NaN)));
    return [
      {
        p50: quantile(latencies, 0.5),
        p99: quantile(latencies, 0.99),
        cpu: ((cpuAfter ?? 0) - (cpu ?? 0)) / deliveries,
        load: ((loadAfter ?? 0) - (load ?? 0)) / deliveries,
      },
      payloads,
    ];
  };

  const a: Round[] = [];
  const b: Round[] = [];
  let seq = 1;
  let payloads: string[] = Array.from({ length: facts }, () => words);
  const oneOfOurs = async () => {
    const [round, sent] = await measure(live, ours, async () => {
      const { committed } = await writer.call<{ committed: number[] }>('facts', incident, facts, everyMs, words);
      return committed;
    });
    for (const payload of sent) {
      const [, fact] = JSON.parse(payload.slice(2)) as [string, { seq: number }];
      if (fact.seq !== (seq += 1)) throw new Error(`fact ${fact.seq} came where ${seq} was due`);
    }
    payloads = sent;
    return round;
  };
  const oneOfTheirs = async () =>
    (await measure(bare, theirs, () => bare.call<number[]>('broadcast', payloads, everyMs)))[0];

  await oneOfOurs();
  await oneOfTheirs();
  for (let round = 0; round < rounds; round += 1) {
    if (round % 2 === 0) {
      a.push(await oneOfOurs());
      b.push(await oneOfTheirs());
    } else {
      b.push(await oneOfTheirs());
      a.push(await oneOfOurs());
    }
  }
  await Promise.all([live, bare, writer, watchers].map((child) => child.kill()));

  const bytes = median(payloads.map((payload) => payload.length));
  printTable(
    `(a) One fact to ${sockets.toLocaleString('en')} sockets, ${bytes} bytes, ${rounds} rounds of ${facts} facts`,
    'bare ws',
    [
      {
        what: 'committed → delivered, p50',
        unit: 'ms',
        ours: a.map(({ p50 }) => p50),
        theirs: b.map(({ p50 }) => p50),
      },
      {
        what: 'committed → delivered, p99',
        unit: 'ms',
        ours: a.map(({ p99 }) => p99),
        theirs: b.map(({ p99 }) => p99),
        most: 1.3,
      },
      {
        what: 'server processor per delivery',
        unit: 'µs',
        ours: a.map(({ cpu }) => cpu),
        theirs: b.map(({ cpu }) => cpu),
        most: 1.4,
      },
      {
        what: 'receiver processor per delivery',
        unit: 'µs',
        ours: a.map(({ load }) => load),
        theirs: b.map(({ load }) => load),
      },
    ],
  );
  note('Every watcher received every fact, byte for byte, in order.');
}
