// The least that the same act could be: one `pg` transaction that locks, updates and inserts the same rows, with no rules.
import pg from 'pg';
import { answer, processorTime } from '../lib/answer';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 20 });
const text = 'Replica lag fell to 4 s after the restart of the second read pool; checkout errors are at 0.8 %.';
let numbers: number[] = [];

async function act(number: number) {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const { rows } = await client.query<{ state: { seq: number }; now: Date }>({
      name: 'lock',
      text: 'select state, app_now() as now from incident where number = $1 for update',
      values: [number],
    });
    const [row] = rows;
    if (!row) throw new Error('There is no such incident.');
    const seq = row.state.seq + 1;
    const state = JSON.stringify({ ...row.state, seq });
    await client.query({
      name: 'save',
      text: `update incident set seq = $2, title = title, severity = severity, phase = phase, open = open, private = private,
        visible_to = visible_to, commander_id = commander_id, resolved_at = resolved_at, next_owed_at = next_owed_at,
        changed_at = $3, state = $4 where number = $1`,
      values: [number, seq, row.now, state],
    });
    await client.query({
      name: 'insert',
      text: `insert into fact (stream, seq, kind, data, actor_kind, actor_id, actor_name, at, recorded_at, incident_number, place, text)
        values ($1, $2, 'note.added', $3, 'person', 'ada', 'Ada Keller', $4, $4, $5, $4, $6)`,
      values: [`incident:${number}`, seq, JSON.stringify({ text, attachment: null }), row.now, number, text],
    });
    await client.query('commit');
  } finally {
    client.release();
  }
}

answer({
  prepare: (given: number[]) => {
    numbers = given;
  },
  run: async (lanes: number, ms: number) => {
    const cpu = processorTime();
    const began = performance.now();
    let acts = 0;
    await Promise.all(
      numbers.slice(0, lanes).map(async (number) => {
        while (performance.now() - began < ms) {
          await act(number);
          acts += 1;
        }
      }),
    );
    return { acts, ms: performance.now() - began, cpu: processorTime() - cpu };
  },
});
