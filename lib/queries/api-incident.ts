import { type Actor } from '@/lib/core/access/actor';
import { type IncidentFact, incidentStream } from '@/lib/core/facts';
import { type Incident } from '@/lib/core/incident/incident';
import { database } from '@/lib/store/database';
import { type FactRow, factOf } from '@/lib/store/fact-row';
import { Prisma } from '@/lib/store/generated/client';
import { visibleTo } from './visible';

/** The incident as it is now; null when there is none that the actor may see. */
export async function readIncident(actor: Actor, number: number): Promise<Incident | null> {
  const [row] = await database.$queryRaw<{ state: Incident }[]>`
    select state from incident where number = ${number} and ${visibleTo(actor)}`;
  return row?.state ?? null;
}

export interface FactPage {
  facts: IncidentFact[];
  /** How far the facts go: ask for those after it next time. */
  seq: number;
  more: boolean;
}

/** Facts after `after` in order, at most `limit`; null when there is no such incident that the actor may see. */
export async function readFactsAfter(
  actor: Actor,
  number: number,
  page: { after: number; limit: number; kinds: string[] },
): Promise<FactPage | null> {
  const incident = await readIncident(actor, number);
  if (!incident) return null;
  const { after, limit, kinds } = page;
  const kind = kinds.length > 0 ? Prisma.sql`kind = any(${kinds}::text[])` : Prisma.sql`true`;
  const rows = await database.$queryRaw<FactRow[]>`
    select stream, seq, kind, data, actor_kind, actor_id, actor_name, at, recorded_at from fact
    where stream = ${incidentStream(number)} and seq > ${after} and ${kind} order by seq limit ${limit + 1}`;
  const facts = rows.slice(0, limit).map((row) => factOf(row) as IncidentFact);
  const more = rows.length > limit;
  const reached = more ? (facts.at(-1)?.seq ?? after) : Math.max(after, incident.seq, facts.at(-1)?.seq ?? 0);
  return { facts, seq: reached, more };
}
