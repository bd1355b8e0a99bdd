import { type AdministrationFact } from '@/lib/core/facts';
import { type AuditFilter } from '@/lib/core/audit-filter';
import { isInstant } from '@/lib/core/instant';
import { database } from '@/lib/store/database';
import { Prisma } from '@/lib/store/generated/client';
import { type FactRow, factOf } from '@/lib/store/fact-row';

export interface AuditPage {
  facts: AdministrationFact[];
  /** Where the next older page begins, as it stands in the address; null at the end. */
  older: string | null;
}

interface Cursor {
  recordedAt: string;
  stream: string;
  seq: number;
}

/** The administration facts that a filter lets through, the newest first, `size` at a time. `zone` is the reader's. */
export async function readAudit(
  filter: AuditFilter,
  zone: string,
  before: string | null,
  size = 50,
): Promise<AuditPage> {
  const conditions = conditionsOf(filter, zone);
  const cursor = cursorOf(before);
  if (cursor) {
    const { recordedAt, stream, seq } = cursor;
    conditions.push(Prisma.sql`(recorded_at, stream, seq) < (${recordedAt}::timestamptz, ${stream}, ${seq})`);
  }
  const rows = await database.$queryRaw<FactRow[]>`
    select stream, seq, kind, data, actor_kind, actor_id, actor_name, at, recorded_at from fact
    where incident_number is null and ${Prisma.join(conditions, ' and ')}
    order by recorded_at desc, stream desc, seq desc limit ${size + 1}`;
  const facts = rows.slice(0, size).map((row) => factOf(row) as AdministrationFact);
  const last = facts.at(-1);
  return { facts, older: rows.length > size && last ? `${last.recordedAt}~${last.seq}~${last.stream}` : null };
}

function conditionsOf({ kind, person, text, from, to }: AuditFilter, zone: string): Prisma.Sql[] {
  const conditions = [Prisma.sql`true`];
  if (kind) conditions.push(Prisma.sql`kind = ${kind}`);
  if (person) conditions.push(Prisma.sql`(actor_id = ${person} or data->'person'->>'id' = ${person})`);
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const pattern = `%${word.replace(/[\\%_]/g, '\\$&')}%`;
    conditions.push(Prisma.sql`(actor_name || ' ' || kind || ' ' || data::text) ilike ${pattern}`);
  }
  if (from) conditions.push(Prisma.sql`recorded_at >= ${from}::date::timestamp at time zone ${zone}`);
  if (to) conditions.push(Prisma.sql`recorded_at < (${to}::date + 1)::timestamp at time zone ${zone}`);
  return conditions;
}

function cursorOf(text: string | null): Cursor | null {
  const [, recordedAt, seq, stream] = /^([^~]+)~(\d{1,9})~(.{1,200})$/.exec(text ?? '') ?? [];
  if (!recordedAt || !stream || !isInstant(recordedAt)) return null;
  return { recordedAt, stream, seq: Number(seq) };
}

/** Who may be chosen in the filter: everybody there is. */
export async function readAuditPeople(): Promise<{ id: string; name: string }[]> {
  return database.person.findMany({ orderBy: { name: 'asc' }, select: { id: true, name: true } });
}
