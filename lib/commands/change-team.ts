import { z } from 'zod';
import { teamInput } from '@/lib/core/catalog/team';
import { isRefusal, type Refusal } from '@/lib/core/refusal';
import { administer, basisInput, refuseStale } from './administer';
import { type Caller } from './caller';
import { changeRecord } from './record-kind';
import { teamKind } from './team-record';

/** Rewrites a team. `basis` in the draft is how far its facts went when the editor opened it. */
export async function changeTeam(
  caller: Caller,
  id: string,
  draft: unknown,
): Promise<{ id: string; name: string } | Refusal> {
  const schema = z.intersection(teamInput, basisInput);
  const what = { name: 'change-team', subject: id, schema, draft, lock: 'catalog' } as const;
  return administer(caller, what, async (unit, input, now) => {
    const fresh = (stream: string) => refuseStale(unit, stream, input.basis);
    const saved = await changeRecord({ unit, actor: caller.actor, now }, teamKind, id, input, fresh);
    return isRefusal(saved) ? saved : { id: saved.id, name: saved.name };
  });
}
