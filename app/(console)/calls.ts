'use server';

import { currentActor } from '@/lib/auth/actor';
import { type Call } from '@/lib/core/incident/paging';
import { readCalls } from '@/lib/queries/calls';

/** What pages call the reader now. */
export async function loadCalls(): Promise<Call[]> {
  const actor = await currentActor();
  return actor ? readCalls(actor) : [];
}
