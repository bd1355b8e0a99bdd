import { type Actor } from '@/lib/core/access/actor';
import { database } from '@/lib/store/database';
import { visibleTo } from './visible';

export interface EvidenceFile {
  name: string;
  type: string;
  sha256: string;
  bytes: Uint8Array;
}

/** A stored file of an incident that the actor sees; null for any other. */
export async function readEvidence(actor: Actor, id: string): Promise<EvidenceFile | null> {
  if (!/^[0-9a-f-]{36}$/.test(id)) return null;
  const [row] = await database.$queryRaw<EvidenceFile[]>`
    select evidence.name, evidence.type, evidence.sha256, evidence.bytes
    from evidence join incident on incident.number = evidence.incident
    where evidence.id = ${id} and ${visibleTo(actor)}`;
  return row ?? null;
}
