import { type Incident } from '@/lib/core/incident/incident';
import { pool } from '@/lib/store/database';

/** Every open incident, what is owed soonest first. */
export async function readOpenIncidents(): Promise<Incident[]> {
  const { rows } = await pool.query<{ state: Incident }>({
    name: 'live-open',
    text: 'select state from incident where open order by next_owed_at nulls last, number',
  });
  return rows.map(({ state }) => state);
}

/** How far each open incident has come. */
export async function readOpenSeqs(): Promise<Map<number, number>> {
  const { rows } = await pool.query<{ number: number; seq: number }>({
    name: 'live-open-seqs',
    text: 'select number, seq from incident where open',
  });
  return new Map(rows.map(({ number, seq }) => [number, seq]));
}

export async function readIncidents(numbers: readonly number[]): Promise<Incident[]> {
  if (numbers.length === 0) return [];
  const { rows } = await pool.query<{ state: Incident }>({
    name: 'live-incidents',
    text: 'select state from incident where number = any($1::int[])',
    values: [numbers],
  });
  return rows.map(({ state }) => state);
}
