import { type Actor } from '@/lib/core/access/actor';
import { type ChannelName } from '@/lib/core/notification/channels';
import { type NotificationRules, usualRules } from '@/lib/core/notification/rules';
import { type Instant } from '@/lib/core/instant';
import { database } from '@/lib/store/database';
import { vapidKeys } from '@/lib/store/vapid';

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
  last: LastMessage | null;
}

export interface OwnNotifications {
  methods: OwnMethod[];
  rules: NotificationRules;
  /** What a browser needs to let itself be called. */
  pushKey: string;
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
    vapidKeys(),
  ]);
  return {
    methods: methods.map(({ id, channel, label, shown, verifiedAt, deliveries: [last] }) => ({
      id,
      channel: channel as ChannelName,
      label,
      shown,
      verified: verifiedAt !== null,
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
    pushKey: keys.publicKey,
  };
}
