import { z } from 'zod';
import { changeBetween } from '@/lib/core/catalog/change';
import { teamInput } from '@/lib/core/catalog/team';
import { type Refusal, refuse } from '@/lib/core/refusal';
import { recordFacts } from '@/lib/store/facts';
import { administer, basisInput, refuseStale } from './administer';
import { type Caller } from './caller';
import { describeTeam, refuseTeam, writeMembers } from './team-record';

/** Rewrites a team. `basis` in the draft is how far its facts went when the editor opened it. */
export async function changeTeam(
  caller: Caller,
  id: string,
  draft: unknown,
): Promise<{ id: string; name: string } | Refusal> {
  const schema = z.intersection(teamInput, basisInput);
  const what = { name: 'change-team', subject: id, schema, draft, lock: 'catalog' } as const;
  return administer(caller, what, async (unit, input, now) => {
    const { tx } = unit;
    const stream = `team:${id}`;
    const before = await describeTeam(tx, id);
    if (!before) return refuse('not-found', 'This team was deleted.');
    const refusal = (await refuseStale(unit, stream, input.basis)) ?? (await refuseTeam(tx, id, input));
    if (refusal) return refusal;
    const { name, description } = input;
    await tx.team.update({ where: { id }, data: { name, description } });
    await writeMembers(tx, id, input);
    const change = changeBetween(before, (await describeTeam(tx, id)) ?? {});
    if (change) {
      const fact = { kind: 'team.changed', data: { id, name, ...change } } as const;
      await recordFacts(unit, { stream, actor: caller.actor, now }, [fact]);
    }
    return { id, name };
  });
}
