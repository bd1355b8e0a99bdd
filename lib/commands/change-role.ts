import { z } from 'zod';
import { changeBetween } from '@/lib/core/catalog/change';
import { roleKindInput } from '@/lib/core/catalog/role-kind';
import { type Refusal, refuse } from '@/lib/core/refusal';
import { recordFacts } from '@/lib/store/facts';
import { administer, basisInput, refuseStale } from './administer';
import { type Caller } from './caller';
import { refuseRole, settleBuiltInRoles } from './role-record';

/** Rewrites a role's instructions, and when it is owed; a built-in one keeps its name. */
export async function changeRole(
  caller: Caller,
  key: string,
  draft: unknown,
): Promise<{ key: string; name: string } | Refusal> {
  const schema = z.intersection(roleKindInput, basisInput);
  const what = { name: 'change-role', subject: key, schema, draft, lock: 'roles' } as const;
  return administer(caller, what, async (unit, { basis, ...input }, now) => {
    const { tx } = unit;
    const stream = `role:${key}`;
    await settleBuiltInRoles(tx);
    const role = await tx.roleKind.findUnique({ where: { key } });
    if (!role) return refuse('not-found', 'This role was deleted.');
    const refusal = (await refuseStale(unit, stream, basis)) ?? (await refuseRole(tx, key, input));
    if (refusal) return refusal;
    if (role.builtIn && role.name !== input.name) {
      const message = `${role.name} is a role that Quarterdeck itself speaks of, so its name stays.`;
      return refuse('invalid', message, { name: message });
    }
    await tx.roleKind.update({ where: { key }, data: input });
    const { name, instructions, owedAt } = role;
    const change = changeBetween({ name, instructions, owedAt }, input);
    if (change) {
      const fact = { kind: 'role.changed', data: { key, name: input.name, ...change } } as const;
      await recordFacts(unit, { stream, actor: caller.actor, now }, [fact]);
    }
    return { key, name: input.name };
  });
}
