import { type Actor } from '@/lib/core/access/actor';
import { type ChannelName } from '@/lib/core/notification/channels';
import { type NotificationRules, usualRules } from '@/lib/core/notification/rules';
import { type Instant } from '@/lib/core/instant';
import { type ChannelLacks, readLacks } from '@/lib/store/channel-lacks';
import { database } from '@/lib/store/database';
import { Unsealable } from '@/lib/store/sealed';
import { type VapidKeys, vapidKeys } from '@/lib/store/vapid';

/** What became of a message, as a person reads it of their own. `seconds`: from when it was owed until its channel had it. */
export interface LastMessage {
  purpose: string;
  state: string;
  seconds: number | null;
  error: string | null;
  at: Instant;
}

export interface OwnMethod {
  id: string;
  channel: ChannelName;
  label: string;
  shown: string;
  verified: boolean;
  /** Its receiver says that nothing arrives there any more. */
  gone: boolean;
  last: LastMessage | null;
}

export interface OwnNotifications {
  methods: OwnMethod[];
  rules: NotificationRules;
  /** What a browser needs to let itself be called; null where there are no keys that can be read. */
  pushKey: string | null;
  /** Why nothing can be sent by a channel, for those that lack something. */
  lacks: ChannelLacks;
}

/** How the reader can be reached and wants to be told; of themselves only. */
export async function readOwnNotifications(actor: Actor): Promise<OwnNotifications> {
  const [methods, row, keys] = await Promise.all([
    database.contactMethod.findMany({
      where: { personId: actor.id },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      include: { deliveries: { orderBy: { id: 'desc' }, take: 1 } },
    }),
    database.notificationRules.findUnique({ where: { personId: actor.id } }),
    readKeys(),
  ]);
  return {
    methods: methods.map(({ id, channel, label, shown, verifiedAt, goneAt, deliveries: [last] }) => ({
      id,
      channel: channel as ChannelName,
      label,
      shown,
      verified: verifiedAt !== null,
      gone: goneAt !== null,
      last: last
        ? {
            purpose: last.purpose,
            state: last.state,
            seconds: last.sentAt ? (last.sentAt.getTime() - last.dueAt.getTime()) / 1_000 : null,
            error: last.error,
            at: last.createdAt.toISOString(),
          }
        : null,
    })),
    rules: (row?.rules as NotificationRules | undefined) ?? usualRules,
    pushKey: keys?.publicKey ?? null,
    lacks: await readLacks(),
  };
}

async function readKeys(): Promise<VapidKeys | null> {
  try {
    return await vapidKeys();
  } catch (error) {
    if (error instanceof Unsealable) return null;
    throw error;
  }
}
