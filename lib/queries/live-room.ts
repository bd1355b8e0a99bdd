import { type IncidentFact, incidentStream } from '@/lib/core/facts';
import { type Incident } from '@/lib/core/incident/incident';
import { type Present } from '@/lib/core/present';
import { pool } from '@/lib/store/database';
import { type FactRow, factOf } from '@/lib/store/fact-row';
import { silenceSeconds } from '@/lib/store/presence';

/** The incident as committed, or null when there is none. */
export async function readIncident(number: number): Promise<Incident | null> {
  const { rows } = await pool.query<{ state: Incident }>({
    name: 'live-incident',
    text: 'select state from incident where number = $1',
    values: [number],
  });
  return rows[0]?.state ?? null;
}

/** Facts of an incident after `seq`, in order, `limit` at most. */
export async function readFactsAfter(number: number, seq: number, limit: number): Promise<IncidentFact[]> {
  const { rows } = await pool.query<FactRow>({
    name: 'live-facts',
    text: `
      select stream, seq, kind, data, actor_kind, actor_id, actor_name, at, recorded_at from fact
      where stream = $1 and seq > $2 order by seq limit $3`,
    values: [incidentStream(number), seq, limit],
  });
  return rows.map((row) => factOf(row) as IncidentFact);
}

/** How far each of these incidents has come. */
export async function readSeqs(numbers: readonly number[]): Promise<Map<number, number>> {
  if (numbers.length === 0) return new Map();
  const { rows } = await pool.query<{ number: number; seq: number }>({
    name: 'live-seqs',
    text: 'select number, seq from incident where number = any($1::int[])',
    values: [numbers],
  });
  return new Map(rows.map(({ number, seq }) => [number, seq]));
}

/** Who is in the room of an incident, each person once, on any node. */
export async function readPresent(number: number): Promise<Present[]> {
  const { rows } = await pool.query<{ id: string; name: string; looking: string; typing: boolean }>({
    name: 'live-present',
    text: `
      select person_id as id, max(person_name) as name, bool_or(typing) as typing,
        (array_agg(looking order by typing desc, seen_at desc))[1] as looking
      from presence where incident = $1 and seen_at > clock_timestamp() - make_interval(secs => $2)
      group by person_id order by name, id`,
    values: [number, silenceSeconds],
  });
  return rows.map(({ id, name, looking, typing }) => ({ person: { id, name }, looking, typing }));
}
