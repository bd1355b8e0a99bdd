import { z } from 'zod';
import { type Refusal, refuse } from '@/lib/core/refusal';
import { recordFacts } from '@/lib/store/facts';
import { administer } from './administer';
import { type Caller } from './caller';
import { describeTeam } from './team-record';

/** Dissolves a team; its services stay, without an owner. */
export async function deleteTeam(caller: Caller, id: string): Promise<{ name: string } | Refusal> {
  const what = { name: 'delete-team', subject: id, schema: z.null(), draft: null, lock: 'catalog' } as const;
  return administer(caller, what, async (unit, _, now) => {
    const before = await describeTeam(unit.tx, id);
    if (!before) return refuse('not-found', 'This team was deleted already.');
    const { name } = before;
    await unit.tx.team.delete({ where: { id } });
    const place = { stream: `team:${id}`, actor: caller.actor, now };
    await recordFacts(unit, place, [{ kind: 'team.deleted', data: { id, name, before } }]);
    return { name };
  });
}
