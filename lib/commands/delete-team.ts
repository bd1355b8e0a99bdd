import { z } from 'zod';
import { type Refusal } from '@/lib/core/refusal';
import { administer } from './administer';
import { type Caller } from './caller';
import { deleteRecord } from './record-kind';
import { teamKind } from './team-record';

/** Dissolves a team; its services stay, without an owner. */
export async function deleteTeam(caller: Caller, id: string): Promise<{ name: string } | Refusal> {
  const what = { name: 'delete-team', subject: id, schema: z.null(), draft: null, lock: 'catalog' } as const;
  return administer(caller, what, (unit, _, now) => deleteRecord({ unit, actor: caller.actor, now }, teamKind, id));
}
