import { channelLabels } from '@/components/notifications/channel-labels';
import type { ChannelName } from '@/lib/core/notification/channels';
import { type NoticeKind } from '@/lib/core/notice';

/** One way by which somebody was told of a fact; `app` is Quarterdeck itself. */
export interface Way {
  id: string | null;
  channel: string;
  shown: string;
  state: 'waiting' | 'sending' | 'sent' | 'failed' | 'dead' | 'withdrawn';
  dueAt: string;
  sentAt: string | null;
  deliveredAt: string | null;
  seenAt: string | null;
  attempts: number;
  error: string | null;
}

/** One person who was told of a fact, or one vendor that was written to because of it, and by which ways. */
export interface Told {
  factSeq: number;
  kind: NoticeKind | 'vendor-asked';
  person: { id: string; name: string };
  page: string | null;
  at: string;
  by: Way[];
}

/** How the people of an incident were told: of one fact, or by one page. */
export type LoadTold = (number: number, of: { fact: number } | { page: string }) => Promise<Told[]>;

export function wayName(channel: string): string {
  return channel === 'app' ? 'App' : (channelLabels[channel as ChannelName]?.name ?? channel);
}

/** What became of a message by one way; `waits` until a moment that is to be counted down to. `bad`: it did not arrive. */
export function wayWords(way: Way, from: string): { words: string; bad: boolean; waits: boolean } {
  const after = (at: string) => secondsWords((Date.parse(at) - Date.parse(from)) / 1000);
  const good = (words: string) => ({ words, bad: false, waits: false });
  if (way.channel === 'app') return good(way.seenAt ? 'seen' : 'not seen yet');
  if (way.seenAt) return good(`answered by it after ${after(way.seenAt)}`);
  if (way.deliveredAt) return good(`delivered after ${after(way.deliveredAt)}`);
  switch (way.state) {
    case 'sent':
      return good(`sent after ${way.sentAt ? after(way.sentAt) : '?'}`);
    case 'sending':
      return good('being sent');
    case 'withdrawn':
      return good('not needed');
    case 'failed':
    case 'dead':
      return { words: 'failed', bad: true, waits: false };
    case 'waiting':
      return way.attempts > 0
        ? { words: 'failed, tried again', bad: true, waits: true }
        : { words: '', bad: false, waits: true };
    default:
      return way.state satisfies never;
  }
}

function secondsWords(seconds: number): string {
  const past = Math.max(0, seconds);
  if (past < 10) return `${past.toFixed(1)} s`;
  if (past < 60) return `${Math.round(past)} s`;
  return `${Math.floor(past / 60)} min ${Math.round(past % 60)} s`;
}
