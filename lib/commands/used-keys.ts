import { type Unit } from '@/lib/store/transact';

/** Keys that ever named a record of this kind: a deleted one's is not given again, so that its facts stay its own. */
export async function usedKeys({ tx }: Unit, noun: 'service' | 'team' | 'role'): Promise<Set<string>> {
  const living =
    noun === 'service'
      ? (await tx.service.findMany({ select: { id: true } })).map(({ id }) => id)
      : noun === 'team'
        ? (await tx.team.findMany({ select: { id: true } })).map(({ id }) => id)
        : (await tx.roleKind.findMany({ select: { key: true } })).map(({ key }) => key);
  const told = await tx.$queryRaw<{ key: string }[]>`
    select substring(stream from position(':' in stream) + 1) as key from fact
    where incident_number is null and seq = 1 and kind = ${`${noun}.created`}`;
  return new Set([...living, ...told.map(({ key }) => key)]);
}
