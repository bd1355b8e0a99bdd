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

/** One person who was told of a fact, and by which ways. */
export interface ToldOf {
  factSeq: number;
  kind: NoticeKind;
  person: { id: string; name: string };
  page: string | null;
  at: Instant;
  by: ToldBy[];
}

const mostTold = 500;

/** The delivery ledger of an incident, the newest first, at most 500; null where the reader may not see it. `before` pages back; `page` and `fact` (its seq) leave the others out. */
export async function readDeliveries(
  actor: Actor,
  number: number,
  {
    before = null,
    page = null,
    fact = null,
  }: { before?: string | null; page?: string | null; fact?: number | null } = {},
): Promise<ToldOf[] | null> {
  const incident = await database.incident.findUnique({ where: { number }, select: { state: true } });
  if (!incident || !maySee(actor, incident.state as unknown as Incident)) return null;
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
  return notices.map(({ id, factSeq, kind, person, createdAt, readAt, deliveries }) => {
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
      id: String(id),
      factSeq,
      kind: kind as NoticeKind,
      person,
      page: deliveries[0]?.pageId ?? null,
      at,
      by: [
        inApp,
        ...deliveries.map((each) => ({
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
        })),
      ],
    };
  });
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
