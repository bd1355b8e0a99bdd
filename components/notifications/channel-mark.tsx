import {
  BellRing,
  MailIcon,
  MessageSquare,
  MessagesSquare,
  Phone,
  Podcast,
  Webhook,
  type LucideIcon,
} from 'lucide-react';
import type { ChannelName } from '@/lib/core/notification/channels';

const marks: Record<ChannelName, LucideIcon> = {
  email: MailIcon,
  push: BellRing,
  sms: MessageSquare,
  voice: Phone,
  slack: MessagesSquare,
  teams: MessagesSquare,
  mattermost: MessagesSquare,
  discord: MessagesSquare,
  ntfy: Podcast,
  webhook: Webhook,
};

/** Beside a channel's name, never alone. */
export function ChannelMark({ channel }: { channel: ChannelName }) {
  const Mark = marks[channel];
  return <Mark className="size-4 shrink-0 text-muted" aria-hidden="true" />;
}
