import { type Unit } from '@/lib/store/transact';

/** Keys that ever named a record of this kind: a deleted one's is not given again, so that its facts stay its own. */
export async function usedKeys({ tx }: Unit, noun: keyof typeof living): Promise<Set<string>> {
  const told = await tx.$queryRaw<{ key: string }[]>`
    select substring(stream from position(':' in stream) + 1) as key from fact
    where incident_number is null and seq = 1 and kind = ${`${noun}.created`}`;
  return new Set([...(await living[noun](tx)), ...told.map(({ key }) => key)]);
}

type Tx = Unit['tx'];
const select = { id: true } as const;
const idsOf = (rows: { id: string }[]) => rows.map(({ id }) => id);

const living = {
  service: async (tx: Tx) => idsOf(await tx.service.findMany({ select })),
  vendor: async (tx: Tx) => idsOf(await tx.vendor.findMany({ select })),
  team: async (tx: Tx) => idsOf(await tx.team.findMany({ select })),
  schedule: async (tx: Tx) => idsOf(await tx.schedule.findMany({ select })),
  escalation: async (tx: Tx) => idsOf(await tx.escalationPolicy.findMany({ select })),
  role: async (tx: Tx) => (await tx.roleKind.findMany({ select: { key: true } })).map(({ key }) => key),
};
