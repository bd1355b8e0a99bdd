// (c) Acts per second through the whole command path, beside a bare `pg` transaction on the same rows.
import pg from 'pg';
import { start } from './lib/child';
import { withDatabase } from './lib/database';
import { note, printTable } from './lib/table';

interface Ran {
  acts: number;
  ms: number;
  cpu: number;
}

export async function acts(serverUrl: string, { quick }: { quick: boolean }): Promise<void> {
  const rounds = quick ? 3 : 9;
  const ms = quick ? 1_500 : 4_000;
  await withDatabase(serverUrl, async (url) => {
    const env = { DATABASE_URL: url };
    const [ours, theirs] = await Promise.all([start('acts', env), start('bare-acts', env)]);
    await theirs.call('prepare', await ours.call<number[]>('prepare', 64));
    let total = 64;
    for (const lanes of [1, 8]) {
      const a: Ran[] = [];
      const b: Ran[] = [];
      const warm = await Promise.all([ours.call<Ran>('run', lanes, 1_000), theirs.call<Ran>('run', lanes, 1)]);
      total += warm.reduce((sum, { acts }) => sum + acts, 0);
      for (let round = 0; round < rounds; round += 1) {
        const turns = [
          async () => a.push(await ours.call<Ran>('run', lanes, ms)),
          async () => b.push(await theirs.call<Ran>('run', lanes, ms)),
        ];
        for (const turn of round % 2 === 0 ? turns : turns.reverse()) await turn();
      }
      total += [...a, ...b].reduce((sum, { acts }) => sum + acts, 0);
      printTable(`(c) Acts, ${lanes} at a time, ${rounds} rounds of ${ms / 1_000} s`, 'bare pg', [
        { what: 'acts per second', unit: '/s', ours: a.map(perSecond), theirs: b.map(perSecond) },
        { what: 'client processor per act', unit: 'µs', ours: a.map(perAct), theirs: b.map(perAct) },
      ]);
    }
    await assertWhole(url, total);
  });
}

function perSecond({ acts, ms }: Ran): number {
  return (acts / ms) * 1_000;
}

function perAct({ acts, cpu }: Ran): number {
  return cpu / acts;
}

/** Every act left one fact, numbered without a gap, and every incident knows its last. */
async function assertWhole(url: string, total: number) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ facts: number; broken: number }>(`
    select (select count(*)::int from fact) as facts,
      (select count(*)::int from incident i join (
        select incident_number as number, count(*) as facts, max(seq) as last from fact group by 1) f using (number)
        where f.facts <> f.last or f.last <> i.seq or (i.state->>'seq')::int <> i.seq) as broken`);
  await client.end();
  if (rows[0]?.facts !== total || rows[0].broken !== 0)
    throw new Error(`${JSON.stringify(rows[0])} after ${total} acts`);
  note(`${total.toLocaleString('en')} acts left as many facts, numbered without a gap.`);
}
