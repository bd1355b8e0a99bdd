import { teamInput } from '@/lib/core/catalog/team';
import { isRefusal, type Refusal } from '@/lib/core/refusal';
import { administer } from './administer';
import { type Caller } from './caller';
import { createRecord } from './record-kind';
import { teamKind } from './team-record';

/** Forms a team. Answers with its id, which is made from its name and never changes. */
export async function createTeam(caller: Caller, draft: unknown): Promise<{ id: string; name: string } | Refusal> {
  const what = { name: 'create-team', schema: teamInput, draft, lock: 'catalog' } as const;
  return administer(caller, what, async (unit, input, now) => {
    const saved = await createRecord({ unit, actor: caller.actor, now }, teamKind, input);
    return isRefusal(saved) ? saved : { id: saved.id, name: saved.name };
  });
}
