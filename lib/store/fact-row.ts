import { type Actor } from '@/lib/core/access/actor';
import { type Fact } from '@/lib/core/facts';

/** A fact as its table keeps it. */
export interface FactRow {
  stream: string;
  seq: number;
  kind: string;
  data: unknown;
  actor_kind: string;
  actor_id: string | null;
  actor_name: string;
  at: Date;
  recorded_at: Date;
}

export function factOf(row: FactRow): Fact {
  return {
    stream: row.stream,
    seq: row.seq,
    kind: row.kind,
    data: row.data,
    actor: { kind: row.actor_kind as Actor['kind'], id: row.actor_id ?? '', name: row.actor_name },
    at: row.at.toISOString(),
    recordedAt: row.recorded_at.toISOString(),
  } as Fact;
}
