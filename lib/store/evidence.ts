import { type Guarded } from '@/lib/core/access/may';
import { type Transaction } from './database';

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
  const same = await tx.evidence.findFirst({ where: { incident, sha256, createdBy, name }, select: { id: true } });
  if (same) return same.id;
  await tx.evidence.create({ data: { ...file, size: bytes.length } });
  return file.id;
}

/** Files and bytes that an incident holds. */
export async function evidenceHeld(tx: Transaction, incident: number): Promise<{ files: number; bytes: number }> {
  const { _count, _sum } = await tx.evidence.aggregate({ where: { incident }, _count: true, _sum: { size: true } });
  return { files: _count, bytes: _sum.size ?? 0 };
}

/** Who may see the incident. Read without its lock: taking in a file must not hold up what is being done there. */
export async function evidenceGuard(tx: Transaction, incident: number): Promise<Guarded | null> {
  const row = await tx.incident.findUnique({ where: { number: incident }, select: { private: true, visibleTo: true } });
  return row && { private: row.private, visibleTo: row.visibleTo.map((id) => ({ id })) };
}
