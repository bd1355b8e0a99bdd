// (e) The kill test of pages: 10,000 due steps, two processes that page and send, killed at random a thousand times. Each step
// once, and each person is sent each page: counted by what a receiver got.
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { start } from './lib/child';
import { withDatabase } from './lib/database';
import { addPeople, copyIncidents, sql } from './lib/incidents';
import { killUntilDone } from './lib/killing';
import { note } from './lib/table';

/** Of these processes alone. */
const secret = randomBytes(32).toString('base64url');

/** Counts what arrives by the key that each message carries. */
async function startReceiver() {
  const times = new Map<string, number>();
  const server = createServer((req, res) => {
    const key = String(req.headers['webhook-id']);
    times.set(key, (times.get(key) ?? 0) + 1);
    req.resume();
    req.on('end', () => res.writeHead(204).end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    got: () => ({ ids: times.size, doubled: [...times.values()].reduce((sum, n) => sum + n - 1, 0) }),
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}

interface Outcome extends Record<string, unknown> {
  called: number;
  incidents: number;
  left: number;
  wrong: number;
  notices: number;
  told: number;
}

const due = `kind = 'page' and due_at < app_now() + interval '1 hour'`;

export async function pageKills(serverUrl: string, { quick }: { quick: boolean }): Promise<void> {
  const count = quick ? 1_000 : 10_000;
  const wanted = quick ? 60 : 1_000;
  await withDatabase(serverUrl, async (url) => {
    await addPeople(url, 3);
    const receiver = await startReceiver();
    const env = { DATABASE_URL: url, QUARTERDECK_SECRET: secret };
    Object.assign(process.env, { QUARTERDECK_SECRET: secret });
    const targets = ['p1', 'p2', 'p3'].map((id) => ({ kind: 'person', id }));
    await sql(url, `insert into escalation_policy (id, name, steps, repeats) values ('bench', 'Bench', $1, 0)`, [
      // Long enough that no second step falls due within the run.
      JSON.stringify([{ targets, waitMinutes: 120 }]),
    ]);
    const writer = await start('writer', env);
    await writer.call('reach', ['p1', 'p2', 'p3'], receiver.url);
    const { number: template, page } = await writer.call<{ number: number; page: string }>('page', 'bench');
    await writer.kill();
    await sql(url, `delete from timer where stream = $1`, [`incident:${template}`]);
    const first = await copyIncidents(url, template, {
      count,
      fromMs: 2_000,
      toMs: 2_000 + wanted * 250,
      burst: 20,
      due: { path: ['pages', '0', 'nextAt'], kind: 'page', subject: page },
    });
    const { killed, amid, seconds } = await killUntilDone(url, wanted, async () => {
      const [row] = await sql<{ n: number }>(
        url,
        `select (select count(*) from timer where ${due})::int + (
           select count(*) from delivery where state in ('waiting', 'sending'))::int as n`,
      );
      return row?.n ?? 0;
    });
    const [outcome] = await sql<Outcome>(
      url,
      `select count(*)::int as called, count(distinct incident_number)::int as incidents,
        (select count(*)::int from timer where ${due}) as left,
        (select count(*)::int from incident where number >= $1 and (seq <> 3 or (state->>'seq')::int <> 3)) as wrong,
        (select count(*)::int from notice where kind = 'paged') as notices,
        (select count(*)::int from (select distinct stream, person_id from notice where kind = 'paged') as each) as told
       from fact where kind = 'page.called' and incident_number >= $1`,
      [first],
    );
    const once = outcome?.called === count && outcome.incidents === count;
    if (!once || outcome.left || outcome.wrong || outcome.notices !== 3 * count || outcome.told !== 3 * count) {
      throw new Error(`the kill test of pages failed: ${JSON.stringify(outcome)}`);
    }
    const { ids, doubled } = receiver.got();
    await receiver.stop();
    if (ids !== 3 * count) throw new Error(`of ${3 * count} messages ${ids} arrived`);
    note(
      `(e) ${count.toLocaleString('en')} due steps of pages, ${killed.toLocaleString('en')} kills of 2 processes (${amid} of them in ` +
        `the midst of a transaction) in ${seconds} s: every step left one fact and its ${(3 * count).toLocaleString('en')} notices, ` +
        `none twice. All ${ids.toLocaleString('en')} messages arrived; ${doubled} came twice with the same key ` +
        `(${((100 * doubled) / ids).toFixed(2)}%).`,
    );
  });
}
