import { type Actor } from '@/lib/core/access/actor';
import { type AdministrationFact, type Fact, type NewAdministrationFact, isKeyMoment, record } from '@/lib/core/facts';
import { type Instant } from '@/lib/core/instant';
import { searchTextOf } from '@/lib/core/search-text';
import { type Transaction } from './database';
import { lockStream } from './lock-stream';
import { type Unit } from './transact';

/** Appends facts in one statement. The caller holds the lock of their stream. */
export async function insertFacts(
  tx: Transaction,
  facts: readonly Fact[],
  incidentNumber: number | null,
): Promise<void> {
  const rows = facts.map((fact) => ({
    stream: fact.stream,
    seq: fact.seq,
    kind: fact.kind,
    data: fact.data,
    actor_kind: fact.actor.kind,
    actor_id: fact.actor.id,
    actor_name: fact.actor.name,
    at: fact.at,
    recorded_at: fact.recordedAt,
    incident_number: incidentNumber,
    corrects: fact.kind === 'note.corrected' ? fact.data.seq : null,
    place: fact.at,
    moment: isKeyMoment(fact.kind),
    text: searchTextOf(fact),
  }));
  await tx.$executeRaw`
    insert into fact (stream, seq, kind, data, actor_kind, actor_id, actor_name, at, recorded_at, incident_number, corrects, place, moment, text)
    select stream, seq, kind, data, actor_kind, actor_id, actor_name, at, recorded_at, incident_number, corrects, place, moment, text
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row(
      stream text, seq int, kind text, data jsonb, actor_kind text, actor_id text, actor_name text, at timestamptz,
      recorded_at timestamptz, incident_number int, corrects int, place timestamptz, moment boolean, text text)`;
}

/**
 * Records facts about people, catalog or policy in the transaction that makes them true. The stream is locked
 * until the commit, so its numbers have no gap.
 */
export async function recordFacts(
  { tx, bells }: Unit,
  place: { stream: string; actor: Actor; now: Instant },
  facts: NewAdministrationFact[],
): Promise<AdministrationFact[]> {
  if (facts.length === 0) return [];
  const reached = await lockStream(tx, place.stream);
  const recorded = record(facts, { ...place, seq: reached });
  await insertFacts(tx, recorded, null);
  bells.push({ facts: place.stream, from: reached + 1, to: reached + recorded.length });
  return recorded;
}
