import { type PersonRole } from '@/lib/core/access/actor';
import { type NoticeKind } from '@/lib/core/notice';
import { type Purpose } from './deliveries';
import { type Transaction } from './database';

/** A message with what it is for, and its person as they are now. */
export interface Destined {
  state: string;
  method_id: string | null;
  vendor_id: string | null;
  purpose: Purpose;
  kind: NoticeKind | null;
  page_id: string | null;
  person_id: string | null;
  role: PersonRole | null;
  active: boolean | null;
}

/** Locks a message until the transaction ends and reads it; null when there is none. */
export async function lockDestined(tx: Transaction, id: string): Promise<Destined | null> {
  const [row] = await tx.$queryRaw<Destined[]>`
    select d.state, d.method_id, d.vendor_id, d.purpose, d.kind, d.page_id, d.person_id, p.role, p.active
    from delivery d left join person p on p.id = d.person_id where d.id = ${id}::bigint for update of d`;
  return row ?? null;
}
