import { type FactKind, type IncidentFact, incidentStream } from '@/lib/core/facts';
import { type Incident } from '@/lib/core/incident/incident';
import { sentenceOf } from '@/lib/core/incident/sentence';
import { type Digest } from '@/lib/core/facts/incident';
import { type Transaction } from './database';
import { type FactRow, factOf } from './fact-row';

const telling: FactKind[] = [
  'phase.changed',
  'severity.changed',
  'services.changed',
  'role.taken',
  'role.assigned',
  'role.released',
  'role.relieved',
  'handover.accepted',
  'task.done',
  'task.came-back',
  'decision.recorded',
  'help.asked',
  'incident.absorbed',
];
const mostLines = 12;
const mostLookedAt = 2_000;

/** What happened since a human last reported, as sentences, the oldest first; the latest dozen at most. */
export async function digestSince(tx: Transaction, { number, seq, update, cadence }: Incident): Promise<Digest> {
  const from = Math.max(update?.human ? update.seq : 0, seq - mostLookedAt);
  const rows = await tx.$queryRaw<FactRow[]>`
    select stream, seq, kind, data, actor_kind, actor_id, actor_name, at, recorded_at from fact
    where stream = ${incidentStream(number)} and seq > ${from} and kind = any(${telling}::text[])
      and recorded_at >= ${cadence.base}::timestamptz
    order by seq desc limit ${mostLines}`;
  return { since: cadence.base, lines: rows.reverse().map((row) => sentenceOf(factOf(row) as IncidentFact)) };
}
