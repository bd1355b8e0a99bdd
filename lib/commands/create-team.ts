import { keyOf } from '@/lib/core/catalog/key-of';
import { teamInput } from '@/lib/core/catalog/team';
import { type Refusal } from '@/lib/core/refusal';
import { recordFacts } from '@/lib/store/facts';
import { administer } from './administer';
import { type Caller } from './caller';
import { describeTeam, refuseTeam, writeMembers } from './team-record';
import { usedKeys } from './used-keys';

/** Forms a team. Answers with its id, which is made from its name and never changes. */
export async function createTeam(caller: Caller, draft: unknown): Promise<{ id: string; name: string } | Refusal> {
  const what = { name: 'create-team', schema: teamInput, draft, lock: 'catalog' } as const;
  return administer(caller, what, async (unit, input, now) => {
    const refusal = await refuseTeam(unit.tx, null, input);
    if (refusal) return refusal;
    const { name, description } = input;
    const id = keyOf(name, 'team', await usedKeys(unit, 'team'));
    await unit.tx.team.create({ data: { id, name, description } });
    await writeMembers(unit.tx, id, input);
    const after = (await describeTeam(unit.tx, id)) ?? {};
    const place = { stream: `team:${id}`, actor: caller.actor, now };
    await recordFacts(unit, place, [{ kind: 'team.created', data: { id, name, after } }]);
    return { id, name };
  });
}
