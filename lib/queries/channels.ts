import { type ChannelName } from '@/lib/core/notification/channels';
import { type Instant, MINUTE, plus } from '@/lib/core/instant';
import { type PagingOut } from '@/lib/core/notification/silence';
import { type GivenSettings, noSettings, readGivenSettings } from '@/lib/store/channel-settings';
import { readClock } from '@/lib/store/clock';
import { database } from '@/lib/store/database';
import { livingNodes } from '@/lib/store/nodes';
import { readOutage } from '@/lib/store/outage';
import { readPagingState } from '@/lib/store/pulse';
import { Unsealable } from '@/lib/store/sealed';
import { syntheticEveryMs } from '@/lib/store/synthetic-page';
import { vapidKeys } from '@/lib/store/vapid';

/** What was set up, without its secrets; `unreadable` says why nothing of it can be read. */
export interface GivenChannels {
  email: (Omit<NonNullable<GivenSettings['email']>, 'password'> & { hasPassword: boolean }) | null;
  twilio: Omit<NonNullable<GivenSettings['twilio']>, 'authToken'> | null;
  allowPrivate: string[];
  unreadable: string | null;
}

/** A way out that some process broke off because it failed too often. */
export interface BrokenWay {
  channel: ChannelName;
  destination: string;
  state: 'open' | 'half-open';
  reason: string | null;
  since: Instant;
  /** Processes that broke it off. */
  nodes: number;
}

/** A message that was given up. */
export interface GivenUp {
  id: string;
  channel: ChannelName;
  shown: string;
  /** A person or a vendor. */
  to: { name: string };
  title: string;
  state: 'failed' | 'dead';
  attempts: number;
  error: string | null;
  at: Instant;
}

export interface Channels {
  given: GivenChannels;
  broken: BrokenWay[];
  /** The newest first, at most 100. */
  givenUp: GivenUp[];
  /** Messages that wait for their moment or their next try. */
  waiting: number;
  signs: PagingSigns;
}

/** What shows that paging works. */
export interface PagingSigns {
  /** Minutes from one synthetic page to the next; 0 where none is sent. */
  everyMinutes: number;
  /** The last synthetic page that came back: when, and how many milliseconds after it was due. */
  last: { at: Instant; ms: number } | null;
  /** Why the latest was not taken, if it was not. */
  error: string | null;
  out: PagingOut | null;
}

const mostGivenUp = 100;

/** What leaves the app, and how well; for administrators, whom the caller has checked to be one. */
export async function readChannels(): Promise<Channels> {
  const [given, breakers, dead, waiting, signs] = await Promise.all([
    readGiven(),
    database.breaker.findMany({ orderBy: { since: 'asc' } }),
    database.delivery.findMany({
      where: { state: { in: ['failed', 'dead'] }, purpose: { in: ['page', 'news', 'vendor'] } },
      orderBy: { id: 'desc' },
      take: mostGivenUp,
      include: { person: { select: { id: true, name: true } } },
    }),
    database.delivery.count({ where: { state: { in: ['waiting', 'sending'] }, purpose: { not: 'synthetic' } } }),
    readSigns(),
  ]);
  const ids = dead.flatMap(({ vendorId }) => vendorId ?? []);
  const vendors = await database.vendor.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  const broken = new Map<string, BrokenWay>();
  // What a process knew that was killed is nobody's knowledge any more.
  const living = await livingNodes(breakers.map(({ node }) => node));
  for (const { channel, destination, state, reason, since } of breakers.filter(({ node }) => living.has(node))) {
    const key = `${channel} ${destination}`;
    const nodes = (broken.get(key)?.nodes ?? 0) + 1;
    const way = broken.get(key) ?? { channel: channel as ChannelName, destination, reason, since: since.toISOString() };
    broken.set(key, { ...way, state: state as BrokenWay['state'], nodes });
  }
  return {
    given,
    broken: [...broken.values()],
    givenUp: dead.map(({ id, channel, shown, person, vendorId, title, state, attempts, error, createdAt }) => ({
      id: String(id),
      channel: channel as ChannelName,
      shown,
      to: person ?? vendors.find((vendor) => vendor.id === vendorId) ?? { name: 'a vendor that was deleted' },
      title,
      state: state as GivenUp['state'],
      attempts,
      error,
      at: createdAt.toISOString(),
    })),
    waiting,
    signs,
  };
}

async function readSigns(): Promise<PagingSigns> {
  const [{ sinceSyntheticMs, syntheticMs }, latest, out, now] = await Promise.all([
    readPagingState(),
    database.delivery.findFirst({ where: { purpose: 'synthetic' }, orderBy: { id: 'desc' }, select: { error: true } }),
    readOutage(),
    readClock(),
  ]);
  const came = sinceSyntheticMs !== null && syntheticMs !== null;
  return {
    everyMinutes: syntheticEveryMs() / MINUTE,
    last: came ? { at: plus(now, -sinceSyntheticMs), ms: syntheticMs } : null,
    error: latest?.error ?? null,
    out,
  };
}

async function readGiven(): Promise<GivenChannels> {
  try {
    const { email, twilio, allowPrivate } = await readGivenSettings();
    return {
      email: email && without(email),
      twilio: twilio && { accountSid: twilio.accountSid, from: twilio.from, baseUrl: twilio.baseUrl },
      allowPrivate,
      unreadable: await unreadableKeys(),
    };
  } catch (error) {
    if (!(error instanceof Unsealable)) throw error;
    return { ...noSettings, email: null, twilio: null, unreadable: error.message };
  }
}

async function unreadableKeys(): Promise<string | null> {
  try {
    await vapidKeys();
    return null;
  } catch (error) {
    if (!(error instanceof Unsealable)) throw error;
    return `The keys that call browsers cannot be read: ${error.message} Save here, and fresh ones are made.`;
  }
}

function without({ password, ...rest }: NonNullable<GivenSettings['email']>): NonNullable<GivenChannels['email']> {
  return { ...rest, hasPassword: password !== undefined };
}
