import { keyOf } from '@/lib/core/catalog/key-of';
import { roleKindInput } from '@/lib/core/catalog/role-kind';
import { type Refusal } from '@/lib/core/refusal';
import { recordFacts } from '@/lib/store/facts';
import { administer } from './administer';
import { type Caller } from './caller';
import { refuseRole, settleBuiltInRoles } from './role-record';
import { usedKeys } from './used-keys';

/** Adds a role of the organisation's own to the roles of command. */
export async function createRole(caller: Caller, draft: unknown): Promise<{ key: string; name: string } | Refusal> {
  const what = { name: 'create-role', schema: roleKindInput, draft, lock: 'roles' } as const;
  return administer(caller, what, async (unit, input, now) => {
    const { tx } = unit;
    await settleBuiltInRoles(tx);
    const refusal = await refuseRole(tx, null, input);
    if (refusal) return refusal;
    const key = keyOf(input.name, 'role', await usedKeys(unit, 'role'));
    const last = await tx.roleKind.findFirst({ orderBy: { position: 'desc' } });
    const after = { ...input, position: (last?.position ?? 0) + 1 };
    await tx.roleKind.create({ data: { key, ...after } });
    const place = { stream: `role:${key}`, actor: caller.actor, now };
    await recordFacts(unit, place, [{ kind: 'role.created', data: { key, name: input.name, after } }]);
    return { key, name: input.name };
  });
}
