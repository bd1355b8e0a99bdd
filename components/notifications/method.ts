import type { ChannelName } from '@/lib/core/notification/channels';

/** What became of the latest message by a contact method. `seconds`: from when it was owed until its channel had it. */
export interface Last {
  purpose: string;
  state: string;
  seconds: number | null;
  error: string | null;
  at: string;
}

export interface Method {
  id: string;
  channel: ChannelName;
  label: string;
  /** Its address, masked. */
  shown: string;
  verified: boolean;
  /** Its receiver says that nothing arrives there any more. */
  gone: boolean;
  last: Last | null;
}

/** Why nothing can be sent by a channel, for those that lack something. */
export type Lacks = Partial<Record<ChannelName, string>>;
