import { type Actor } from '@/lib/core/access/actor';
import { type FactKind } from '@/lib/core/facts';
import { database } from '@/lib/store/database';
import { visibleTo } from './visible';

export interface Guarded {
  number: number;
  title: string;
  seq: number;
  counts: Partial<Record<FactKind, number>>;
  pins: number[];
}

/** What a timeline needs to know of its incident; null when there is none that the actor may see. */
export async function readGuarded(actor: Actor, number: number): Promise<Guarded | null> {
  const [row] = await database.$queryRaw<Guarded[]>`
    select number, title, seq, state -> 'counts' as counts, state -> 'pins' as pins
    from incident where number = ${number} and ${visibleTo(actor)}`;
  return row ?? null;
}
