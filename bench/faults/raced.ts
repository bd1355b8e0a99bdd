import { start } from '../lib/child';
import { withDatabase } from '../lib/database';
import { type Fault, type TryFault } from '../lib/faults';
import { sql } from '../lib/incidents';
import { copyPages, preparePages, untilDone } from '../lib/pages';
import { startReceiver } from '../lib/receiver';
import { note } from '../lib/table';

/** As far as an acknowledgement comes before or after the moment of the step, in milliseconds. */
const apartMs = 12;

/** A page is acknowledged at the very moment at which it falls due. */
export const raced: TryFault = async (serverUrl, { quick }) => {
  const trials = quick ? 200 : 2_000;
  const faults: Fault[] = [];
  await withDatabase(serverUrl, async (url) => {
    const receiver = await startReceiver();
    const template = await preparePages(url, receiver.url, 3);
    const env = { DATABASE_URL: url };
    const nodes = [await start('timers', env), await start('timers', env)];
    const writer = await start('writer', env);
    const first = await copyPages(url, template, { count: trials, fromMs: 3_000, toMs: 3_000 + trials * 25 });
    const dues = await sql<{ number: number; at: number }>(
      url,
      'select number, (extract(epoch from at) * 1000)::float8 as at from due where number >= $1',
      [first],
    );
    const moments = dues.map(({ number, at }) => ({ number, at: at + (Math.random() * 2 - 1) * apartMs }));
    const taken = await writer.call<number>('acknowledge', template.page, 'p1', moments);
    await untilDone(url);
    for (const node of nodes) await node.kill();
    const [row] = await sql<{ before: number; after: number; told: number; unsent: number; late: number }>(
      url,
      `with taken as (select incident_number as number, seq, recorded_at from fact where kind = 'page.acknowledged' and incident_number >= $1),
        called as (select incident_number as number, seq from fact where kind = 'page.called' and incident_number >= $1)
       select (select count(*) from taken where number not in (select number from called))::int as before,
         (select count(*) from taken join called using (number) where called.seq > taken.seq)::int as after,
         (select count(*) from taken join notice n on n.stream = 'incident:' || taken.number
           where n.kind = 'paged' and n.fact_seq > taken.seq)::int as told,
         (select count(*) from delivery where state not in ('sent', 'withdrawn'))::int as unsent,
         (select count(*) from delivery d join taken on taken.number = d.incident_number
           where d.created_at > taken.recorded_at)::int as late`,
      [first],
    );
    if (!row) throw new Error('Nothing was counted.');
    note(
      `(f) Of ${taken} acknowledgements ${row.before} came before the step, which then called nobody, and ${taken - row.before} after it.`,
    );
    faults.push({
      what: 'acknowledged at the moment of the step',
      trials,
      steps: trials,
      lost: trials - taken,
      // Whatever was committed for a page after its acknowledgement.
      twice: row.after + row.told + row.unsent + row.late,
      again: receiver.again(),
      messages: receiver.first.size,
      wait: 'paged after it: none,',
      worst: 0,
      most: 0,
    });
    await receiver.stop();
  });
  return faults;
};
