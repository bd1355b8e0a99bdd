import { type RoleKindInput } from '@/lib/core/catalog/role-kind';
import { builtInRoles } from '@/lib/core/incident/roles';
import { type Refusal, refuse } from '@/lib/core/refusal';
import { type Unit } from '@/lib/store/transact';

type Tx = Unit['tx'];

/** The table holds no role until an administrator touches one; then it holds them all. */
export async function settleBuiltInRoles(tx: Tx): Promise<void> {
  if ((await tx.roleKind.count()) > 0) return;
  await tx.roleKind.createMany({ data: builtInRoles });
}

export async function refuseRole(tx: Tx, key: string | null, { name }: RoleKindInput): Promise<Refusal | null> {
  const double = await tx.roleKind.findFirst({
    where: { name: { equals: name, mode: 'insensitive' }, ...(key !== null && { NOT: { key } }) },
  });
  if (!double) return null;
  const message = `There is a role called ${double.name} already.`;
  return refuse('taken', message, { name: message });
}
