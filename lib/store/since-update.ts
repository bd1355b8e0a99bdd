import { incidentStream, type IncidentFact } from '@/lib/core/facts';
import { type Digest } from '@/lib/core/facts/incident';
import { digestKinds, digestOf, mostDigestLines } from '@/lib/core/incident/digest';
import { type Incident } from '@/lib/core/incident/incident';
import { type Transaction } from './database';
import { type FactRow, factOf } from './fact-row';

const mostLookedAt = 2_000;

/** What happened since a human last reported, from a bounded look back. */
export async function digestSince(tx: Transaction, { number, seq, update, cadence }: Incident): Promise<Digest> {
  const from = Math.max(update?.human ? update.seq : 0, seq - mostLookedAt);
  const rows = await tx.$queryRaw<FactRow[]>`
    select stream, seq, kind, data, actor_kind, actor_id, actor_name, at, recorded_at from fact
    where stream = ${incidentStream(number)} and seq > ${from} and kind = any(${[...digestKinds]}::text[])
      and recorded_at >= ${cadence.base}::timestamptz
    order by seq desc limit ${mostDigestLines}`;
  return digestOf(
    rows.reverse().map((row) => factOf(row) as IncidentFact),
    cadence.base,
  );
}
