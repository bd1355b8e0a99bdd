import { Check } from 'lucide-react';
import type { ChannelName } from '@/lib/core/notification/channels';
import { channelLabels } from '../notifications/channel-labels';
import { ChannelMark } from '../notifications/channel-mark';
import { Badge } from '../ui/badge';
import { Time } from '../ui/time';

type Breaker = {
  channel: ChannelName;
  destination: string;
  state: 'open' | 'half-open';
  reason: string | null;
  since: string;
  nodes: number;
};

/** The ways out that failed too often: what would go there goes by its reader's next way, until a try succeeds. */
export function BreakerList({ breakers, waiting }: { breakers: readonly Breaker[]; waiting: number }) {
  const queue = waiting > 0 && `${waiting} ${waiting === 1 ? 'message waits' : 'messages wait'} for their moment.`;
  if (breakers.length === 0) {
    return (
      <p className="flex items-center gap-2 py-2">
        <Check className="size-4 text-done" aria-hidden="true" />
        Every way out works, as far as anything was sent by it. {queue}
      </p>
    );
  }
  return (
    <ul>
      {breakers.map(({ channel, destination, state, reason, since }) => (
        <li
          key={`${channel} ${destination}`}
          className="flex flex-wrap items-center gap-x-2.5 gap-y-1 border-b border-line py-2 last:border-b-0"
        >
          <ChannelMark channel={channel} />
          <span className="font-medium">{channelLabels[channel].name}</span>
          <span className="min-w-0 text-muted wrap-anywhere">{destination}</span>
          <Badge tone={state === 'open' ? 'overdue' : 'medium'}>
            {state === 'open' ? 'broken off' : 'being tried'}
          </Badge>
          <span className="basis-full text-xs text-muted wrap-anywhere">
            <Time at={since} />
            {reason && ` · ${reason}`}
          </span>
        </li>
      ))}
    </ul>
  );
}
