import { createHash } from 'node:crypto';
import webPush from 'web-push';
import { type ChannelSettings } from '@/lib/core/notification/channel-settings';
import { pushSubscriptionOf } from '@/lib/core/notification/channels';
import { textsIn } from '@/lib/core/language/texts-in';
import { type Envelope, Gone, type Send, TryLater, Undeliverable } from '../envelope';
import { post } from '../post';
import { shortenBytes } from '../shorten';
import { subjectOf } from '../subject';

/** What the service worker gets to show. `tag`: a second try takes the place of the first. */
export interface PushMessage {
  title: string;
  body: string;
  url: string;
  acknowledgeUrl: string | null;
  key: string;
  tag: string;
  urgent: boolean;
  words: { acknowledge: string; openRoom: string; acknowledged: string };
}

/** A page that could not be shown for half an hour has long gone on to somebody else; news may wait a day. */
const keptSeconds = { page: 30 * 60, news: 24 * 60 * 60 };

/** At most some 2,500 bytes: push services take no more than 4,096, encrypted. */
export function pushMessage(envelope: Envelope): PushMessage {
  const { body, url, acknowledgeUrl, key, urgent } = envelope;
  const { acts, pushed } = textsIn(envelope.language);
  const words = { acknowledge: acts.acknowledge, openRoom: acts.openRoom, acknowledged: pushed.acknowledged };
  const title = shortenBytes(subjectOf(envelope), 300);
  return { title, body: shortenBytes(body, 1_200), url, acknowledgeUrl, key, tag: topicOf(key), urgent, words };
}

/** Web Push (RFC 8030), encrypted for the one browser (RFC 8291) and signed by this installation (RFC 8292). */
export const sendPush: Send = async (envelope, { push, allowPrivate }) => {
  if (!push) throw new TryLater('The keys for calling browsers are not made.');
  const { endpoint, headers, body } = encrypted(envelope, push);
  const texts = Object.fromEntries(Object.entries(headers ?? {}).map(([name, value]) => [name, String(value)]));
  try {
    const answer = await post({ url: endpoint, headers: texts, body, allowPrivate });
    return { providerId: answer.headers.location ?? null };
  } catch (error) {
    // 404 says the same as 410 here: the browser was uninstalled, or lets itself be called no more.
    if (error instanceof Undeliverable && / answered 4(04|10)\b/.test(error.message))
      throw new Gone('This browser lets itself be called no more.');
    throw error;
  }
};

/** Keys of the right length that are no keys say nothing about the push service that others are called by. */
function encrypted(envelope: Envelope, vapidDetails: NonNullable<ChannelSettings['push']>) {
  try {
    return webPush.generateRequestDetails(pushSubscriptionOf(envelope.to), JSON.stringify(pushMessage(envelope)), {
      TTL: envelope.urgent ? keptSeconds.page : keptSeconds.news,
      urgency: envelope.urgent ? 'high' : 'normal',
      topic: topicOf(envelope.key),
      vapidDetails,
    });
  } catch {
    throw new Undeliverable('Nothing can be encrypted for this browser. Turn notifications on in it again.');
  }
}

/** A name that push services take: 32 signs of base64url. */
function topicOf(key: string): string {
  return createHash('sha256').update(key).digest('base64url').slice(0, 32);
}
