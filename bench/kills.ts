// (e) The kill test: 10,000 timers, two processes that fire them, killed at random a thousand times. One record each.
import { start } from './lib/child';
import { withDatabase } from './lib/database';
import { addPeople, copyIncidents, sql } from './lib/incidents';
import { killUntilDone } from './lib/killing';
import { note } from './lib/table';

interface Outcome {
  fired: number;
  incidents: number;
  left: number;
  wrong: number;
  notices: number;
}

export async function kills(serverUrl: string, { quick }: { quick: boolean }): Promise<void> {
  const count = quick ? 1_000 : 10_000;
  const wanted = quick ? 60 : 1_000;
  await withDatabase(serverUrl, async (url) => {
    const writer = await start('writer', { DATABASE_URL: url });
    await addPeople(url, 3);
    const template = await writer.call<number>('declare');
    await writer.kill();
    // In bursts of twenty, so that a kill often comes in the midst of firing.
    const spanMs = wanted * 250;
    const first = await copyIncidents(url, template, { count, fromMs: 2_000, toMs: 2_000 + spanMs, burst: 20 });

    const { killed, amid, seconds } = await killUntilDone(url, {
      kills: wanted,
      lifeMs: () => 80 + Math.random() * 760,
      left: async () => {
        const [row] = await sql<{ n: number }>(
          url,
          `select count(*)::int as n from timer where kind = 'command' and stream <> $1`,
          [`incident:${template}`],
        );
        return row?.n ?? 0;
      },
    });

    const [outcome] = await sql<Outcome & Record<string, unknown>>(
      url,
      `select count(*)::int as fired, count(distinct incident_number)::int as incidents,
        (select count(*)::int from timer where kind = 'command' and stream <> 'incident:' || $2::int) as left,
        (select count(*)::int from incident where number >= $1 and (seq <> 2 or (state->>'seq')::int <> 2)) as wrong,
        (select count(*)::int from notice where kind = 'command-overdue') as notices
       from fact where kind = 'command.overdue' and incident_number >= $1`,
      [first, template],
    );
    if (
      !outcome ||
      outcome.fired !== count ||
      outcome.incidents !== count ||
      outcome.left ||
      outcome.wrong ||
      outcome.notices !== 3 * count
    ) {
      throw new Error(`the kill test failed: ${JSON.stringify(outcome)}`);
    }
    note(
      `(e) ${count.toLocaleString('en')} timers, ${killed.toLocaleString('en')} kills of 2 processes (${amid} of them in the midst of a ` +
        `transaction) in ${seconds} s: every timer left one fact and its ${(3 * count).toLocaleString('en')} notices, none twice.`,
    );
  });
}
