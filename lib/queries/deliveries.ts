import { z } from 'zod';
import { type Actor } from '@/lib/core/access/actor';
import { maySee } from '@/lib/core/access/may';
import { largestCount } from '@/lib/core/count';
import { idSchema } from '@/lib/core/incident/act';
import { type Incident } from '@/lib/core/incident/incident';
import { type Instant } from '@/lib/core/instant';
import { type NoticeKind } from '@/lib/core/notice';
import { database } from '@/lib/store/database';

/** One way by which somebody was told of a fact. `app` is the app itself: seen once it was read there. */
export interface ToldBy {
  id: string | null;
  channel: string;
  shown: string;
  /** `waiting` until `dueAt`, `sending`, `sent`, `failed` and `dead` (given up), `withdrawn` (no longer needed). */
  state: 'waiting' | 'sending' | 'sent' | 'failed' | 'dead' | 'withdrawn';
  dueAt: Instant;
  sentAt: Instant | null;
  deliveredAt: Instant | null;
  seenAt: Instant | null;
  attempts: number;
  error: string | null;
}

/** One person who was told of a fact, or one vendor that was written to because of it, and by which ways. */
export interface ToldOf {
  factSeq: number;
  kind: NoticeKind | 'vendor-asked';
  person: { id: string; name: string };
  page: string | null;
  at: Instant;
  by: ToldBy[];
}

interface Asked {
  before?: string | null;
  page?: string | null;
  fact?: number | null;
}

const mostTold = 500;

/** The delivery ledger of an incident, the newest first, at most 500; null where the reader may not see it. `before` pages back; `page` and `fact` (its seq) leave the others out. */
export async function readDeliveries(actor: Actor, number: number, asked: Asked = {}): Promise<ToldOf[] | null> {
  const row = await database.incident.findUnique({ where: { number }, select: { state: true } });
  const incident = row && (row.state as unknown as Incident);
  if (!incident || !maySee(actor, incident)) return null;
  const [people, vendors] = await Promise.all([readToldPeople(number, asked), readAskedVendors(incident, asked)]);
  return [...people, ...vendors].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
}

async function readToldPeople(number: number, { before = null, page = null, fact = null }: Asked): Promise<ToldOf[]> {
  const notices = await database.notice.findMany({
    where: {
      stream: `incident:${number}`,
      ...(before === null ? {} : { id: { lt: BigInt(before) } }),
      ...(fact === null ? {} : { factSeq: fact }),
      ...(page === null ? {} : { deliveries: { some: { pageId: page } } }),
    },
    orderBy: { id: 'desc' },
    take: mostTold,
    include: {
      person: { select: { id: true, name: true } },
      deliveries: { orderBy: [{ dueAt: 'asc' }, { id: 'asc' }] },
    },
  });
  return notices.map(({ factSeq, kind, person, createdAt, readAt, deliveries }) => {
    const at = createdAt.toISOString();
    const seenAt = readAt?.toISOString() ?? null;
    const inApp: ToldBy = {
      id: null,
      channel: 'app',
      shown: '',
      state: 'sent',
      dueAt: at,
      sentAt: at,
      deliveredAt: null,
      seenAt,
      attempts: 1,
      error: null,
    };
    return {
      factSeq,
      kind: kind as NoticeKind,
      person,
      page: deliveries[0]?.pageId ?? null,
      at,
      by: [inApp, ...deliveries.map(toldBy)],
    };
  });
}

/** Of one incident there are few; the pages after the first have none. */
async function readAskedVendors(
  { number, vendors }: Incident,
  { before = null, page = null, fact = null }: Asked,
): Promise<ToldOf[]> {
  if (before !== null) return [];
  const rows = await database.delivery.findMany({
    where: {
      incidentNumber: number,
      vendorId: { not: null },
      ...(fact === null ? {} : { factSeq: fact }),
      ...(page === null ? {} : { pageId: page }),
    },
    orderBy: { id: 'asc' },
  });
  const told = new Map<string, ToldOf>();
  for (const row of rows) {
    const { vendorId: id, factSeq, pageId, createdAt } = row;
    if (id === null || factSeq === null) continue;
    const name = vendors.find(({ vendor }) => vendor.id === id)?.vendor.name ?? id;
    const key = `${factSeq} ${id}`;
    const one = told.get(key) ?? {
      factSeq,
      kind: 'vendor-asked',
      person: { id, name },
      page: pageId,
      at: createdAt.toISOString(),
      by: [],
    };
    told.set(key, { ...one, by: [...one.by, toldBy(row)] });
  }
  return [...told.values()];
}

type Delivery = Awaited<ReturnType<typeof database.delivery.findMany>>[number];

function toldBy(each: Delivery): ToldBy {
  return {
    id: String(each.id),
    channel: each.channel,
    shown: each.shown,
    state: each.state as ToldBy['state'],
    dueAt: each.dueAt.toISOString(),
    sentAt: each.sentAt?.toISOString() ?? null,
    deliveredAt: each.deliveredAt?.toISOString() ?? null,
    seenAt: each.linkUsedAt?.toISOString() ?? null,
    attempts: each.attempts,
    error: each.error,
  };
}

const toldInput = z.object({
  number: z.number().int().min(1).max(largestCount),
  of: z.union([z.object({ fact: z.number().int().min(1).max(largestCount) }), z.object({ page: idSchema })]),
});

/** How people were told of one fact or by one page; nothing where the reader may not see it, or asks for what cannot be. */
export async function readTold(actor: Actor, draft: unknown): Promise<ToldOf[]> {
  const asked = toldInput.safeParse(draft);
  return (asked.success && (await readDeliveries(actor, asked.data.number, asked.data.of))) || [];
}
