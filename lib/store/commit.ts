import { env } from '@/lib/env';
import { MINUTE } from '@/lib/core/instant';
import { noticesOf } from '@/lib/core/follow-ups';
import { type IncidentFact } from '@/lib/core/facts';
import { evolve } from '@/lib/core/incident/evolve';
import { type Incident, commanderOf } from '@/lib/core/incident/incident';
import { owedBy } from '@/lib/core/incident/owed';
import { isOpen } from '@/lib/core/incident/phases';
import { type Spans, timersOf } from '@/lib/core/incident/timers';
import { withdrawDeliveries } from './deliveries';
import { insertFacts } from './facts';
import { hushDeliveries } from './hush-deliveries';
import { oweNotices } from './notices';
import { replan } from './timers';
import { type Unit } from './transact';
import { oweVendorMessages } from './vendor-messages';

export const spans: Spans = { commanderAwayMs: env.COMMANDER_AWAY_MINUTES * MINUTE };

/**
 * Makes facts true: the new state, the facts, the timers and the notices that follow, in the caller's transaction, which
 * holds the incident's lock (or is declaring it: `before` is null).
 */
export async function commit(unit: Unit, before: Incident | null, facts: readonly IncidentFact[]): Promise<Incident> {
  const [first] = facts;
  const last = facts.at(-1);
  if (!first || !last) throw new Error('A commit without facts.');
  const { tx, bells } = unit;
  const notices = [];
  let incident = before;
  for (const fact of facts) {
    incident = evolve(incident, fact);
    notices.push(...noticesOf(fact, incident));
  }
  if (!incident) throw new Error('Facts that yield no incident.');
  await saveIncident(unit, before, incident, last.recordedAt);
  await insertFacts(tx, facts, incident.number);
  await placeFacts(unit, facts);
  const replanned = await replan(tx, before ? timersOf(before, spans) : [], timersOf(incident, spans));
  const changed = callsChanged(before, incident);
  if (changed) await withdrawDeliveries(tx, incident);
  if (incident.private && facts.some(({ kind }) => kind === 'access.changed')) await hushDeliveries(tx, incident);
  const toVendors = await oweVendorMessages(tx, incident, facts, last.recordedAt);
  const leaving = (await oweNotices(tx, incident, notices, last.recordedAt)) || toVendors;
  bells.push({ facts: first.stream, from: first.seq, to: last.seq });
  if (replanned) bells.push({ timers: true });
  if (leaving) bells.push({ deliveries: true });
  if (changed) bells.push({ calls: incident.number });
  if (facts.some(({ kind }) => kind === 'access.changed')) bells.push({ access: first.stream });
  return incident;
}

/** Whether what stands before the people that its pages called may be another. */
function callsChanged(before: Incident | null, after: Incident): boolean {
  if (after.pages.length === 0) return false;
  return (
    before?.pages !== after.pages ||
    isOpen(before.phase) !== isOpen(after.phase) ||
    commanderOf(before) !== commanderOf(after) ||
    before.visibleTo !== after.visibleTo
  );
}

async function saveIncident(
  { tx }: Unit,
  before: Incident | null,
  incident: Incident,
  changedAt: string,
): Promise<void> {
  const { number, seq, title, severity, phase, declaredAt, startedAt, endedAt } = incident;
  const visibleTo = incident.visibleTo.map(({ id }) => id);
  const commanderId = commanderOf(incident)?.id ?? null;
  const nextOwedAt = owedBy(incident)[0]?.dueAt ?? null;
  const state = JSON.stringify(incident);
  const open = isOpen(phase);
  if (before) {
    await tx.$executeRaw`
      update incident set seq = ${seq}, title = ${title}, severity = ${severity}, phase = ${phase}, open = ${open},
        private = ${incident.private}, visible_to = ${visibleTo}::text[], commander_id = ${commanderId},
        resolved_at = ${endedAt}::timestamptz, next_owed_at = ${nextOwedAt}::timestamptz,
        changed_at = ${changedAt}::timestamptz, state = ${state}::jsonb
      where number = ${number}`;
  } else {
    await tx.$executeRaw`
      insert into incident (number, seq, title, severity, phase, open, private, visible_to, commander_id, declared_at,
        started_at, resolved_at, next_owed_at, policy_version, changed_at, state)
      values (${number}, ${seq}, ${title}, ${severity}, ${phase}, ${open}, ${incident.private}, ${visibleTo}::text[],
        ${commanderId}, ${declaredAt}::timestamptz, ${startedAt}::timestamptz, ${endedAt}::timestamptz,
        ${nextOwedAt}::timestamptz, ${incident.policy.version}, ${changedAt}::timestamptz, ${state}::jsonb)`;
  }
  if (before?.services === incident.services) return;
  const services = incident.services.map(({ id }) => id);
  await tx.$executeRaw`delete from incident_service where incident_number = ${number} and service_id <> all(${services}::text[])`;
  await tx.$executeRaw`
    insert into incident_service (incident_number, service_id)
    select ${number}, id from service where id = any(${services}::text[]) on conflict do nothing`;
}

/** Where the timeline puts older facts changes with corrections and pins; the facts themselves do not. */
async function placeFacts({ tx }: Unit, facts: readonly IncidentFact[]): Promise<void> {
  for (const fact of facts) {
    if (fact.kind === 'note.corrected') {
      await tx.$executeRaw`update fact set place = ${fact.data.at}::timestamptz where stream = ${fact.stream} and seq = ${fact.data.seq}`;
    } else if (fact.kind === 'fact.pinned' || fact.kind === 'fact.unpinned') {
      const pinned = fact.kind === 'fact.pinned';
      await tx.$executeRaw`update fact set pinned = ${pinned} where stream = ${fact.stream} and seq = ${fact.data.seq}`;
    }
  }
}
