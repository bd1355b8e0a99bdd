import { type Guarded } from '@/lib/core/access/may';
import { type Transaction, pool } from './database';

export interface NewEvidence {
  id: string;
  incident: number;
  name: string;
  type: string;
  sha256: string;
  bytes: Uint8Array<ArrayBuffer>;
  createdBy: string;
  createdAt: string;
}

/** Keeps a file. The same bytes given again by the same person to the same incident are kept once: the first's id is returned. */
export async function keepEvidence(tx: Transaction, file: NewEvidence): Promise<string> {
  const { incident, sha256, createdBy, name, bytes } = file;
  // It counts as given now, so that housekeeping leaves it to the note that is about to be posted.
  const [same] = await tx.$queryRaw<{ id: string }[]>`
    update evidence set created_at = ${file.createdAt}::timestamptz
    where incident = ${incident} and sha256 = ${sha256} and created_by = ${createdBy} and name = ${name} returning id`;
  if (same) return same.id;
  await tx.evidence.create({ data: { ...file, size: bytes.length } });
  return file.id;
}

/** Removes files given more than a day ago that no note of their incident shows: whoever gave them thought better of it. */
export async function sweepEvidence(): Promise<number> {
  const { rowCount } = await pool.query(`
    delete from evidence
    where created_at < app_now() - interval '1 day' and not exists (
      select 1 from fact where fact.incident_number = evidence.incident and fact.kind = 'note.added'
        and fact.data -> 'attachment' ->> 'fileId' = evidence.id)`);
  return rowCount ?? 0;
}

/** Bytes of evidence that an incident holds. */
export async function bytesHeld(tx: Transaction, incident: number): Promise<number> {
  const { _sum } = await tx.evidence.aggregate({ where: { incident }, _sum: { size: true } });
  return _sum.size ?? 0;
}

/** Who may see the incident. Read without its lock: taking in a file must not hold up what is being done there. */
export async function evidenceGuard(tx: Transaction, incident: number): Promise<Guarded | null> {
  const row = await tx.incident.findUnique({ where: { number: incident }, select: { private: true, visibleTo: true } });
  return row && { private: row.private, visibleTo: row.visibleTo.map((id) => ({ id })) };
}
