'use client';

import type { ChannelName } from '@/lib/core/notification/channels';
import { channelLabels } from '../notifications/channel-labels';
import { ChannelMark } from '../notifications/channel-mark';
import { type Act, useAct } from '../people/use-act';
import { Button } from '../ui/button';
import { FormError } from '../ui/field';
import { Time } from '../ui/time';

type Letter = {
  id: string;
  to: { name: string };
  channel: ChannelName;
  shown: string;
  title: string;
  error: string | null;
  attempts: number;
  at: string;
};

/** Messages that were given up, why, and the way to send them again. */
export function DeadLetters({ letters, resend }: { letters: readonly Letter[]; resend: Act<[id: string]> }) {
  if (letters.length === 0) return <p className="py-2 text-muted">No message was given up.</p>;
  return (
    <ul>
      {letters.map((letter) => (
        <LetterRow key={letter.id} letter={letter} resend={resend} />
      ))}
    </ul>
  );
}

function LetterRow({ letter, resend }: { letter: Letter; resend: Act<[id: string]> }) {
  const { id, to, channel, shown, title, error, attempts, at } = letter;
  const { pending, refusal, run } = useAct();
  return (
    <li
      aria-label={`${title}, to ${to.name}`}
      className="flex flex-wrap items-center gap-x-2.5 gap-y-1 border-b border-line py-2 last:border-b-0"
    >
      <ChannelMark channel={channel} />
      <span className="min-w-0 flex-1 basis-64">
        <span className="block truncate font-medium">{title}</span>
        <span className="block text-xs text-muted">
          to {to.name} by {channelLabels[channel].name} {shown} · <Time at={at} />
        </span>
        <span className="block text-xs wrap-anywhere text-high">
          {error ?? 'No reason was given.'} {attempts > 1 && `Tried ${attempts} times.`}
        </span>
      </span>
      <Button size="sm" pending={pending} onClick={() => run(() => resend(id), 'It is sent again')}>
        Send again
      </Button>
      <FormError>{refusal?.message}</FormError>
    </li>
  );
}
