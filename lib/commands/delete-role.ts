import { z } from 'zod';
import { type Refusal, refuse } from '@/lib/core/refusal';
import { withinSentence } from '@/lib/core/text';
import { recordFacts } from '@/lib/store/facts';
import { administer } from './administer';
import { type Caller } from './caller';

/** Takes away a role of the organisation's own. Not a built-in one, and not while somebody holds it in an open incident. */
export async function deleteRole(caller: Caller, key: string): Promise<{ name: string } | Refusal> {
  const what = { name: 'delete-role', subject: key, schema: z.null(), draft: null, lock: 'roles' } as const;
  return administer(caller, what, async (unit, _, now) => {
    const { tx } = unit;
    const role = await tx.roleKind.findUnique({ where: { key } });
    if (!role) return refuse('not-found', 'There is no such role.');
    if (role.builtIn) return refuse('conflict', `${role.name} belongs to Quarterdeck and stays.`);
    const [held] = await tx.$queryRaw<{ number: number }[]>`
      select number from incident where open and jsonb_exists(state -> 'roles', ${key}) limit 1`;
    if (held) return refuse('conflict', `Somebody is ${withinSentence(role.name)} in an open incident.`);
    const { name, instructions, owedAt, position } = role;
    const before = { name, instructions, owedAt, position };
    await tx.roleKind.delete({ where: { key } });
    const place = { stream: `role:${key}`, actor: caller.actor, now };
    await recordFacts(unit, place, [{ kind: 'role.deleted', data: { key, name, before } }]);
    return { name };
  });
}
