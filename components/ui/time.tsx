'use client';

import { cx } from './cx';
import { formatAgo } from './duration';
import { useNow, useZone } from './server-clock';

type TimeProps = {
  at: number | string | Date;
  /** `both` is "14:32 · 6 min ago"; `clock` alone adds the date when it is not today's; `day` is "Mon 23 Nov, 09:00". */
  form?: 'both' | 'clock' | 'ago' | 'date' | 'day';
  /** Seconds in the clock. */
  seconds?: boolean;
  /** Off where many stand in a list whose rows take the focus themselves. */
  focusable?: boolean;
  className?: string;
};

const formats = new Map<string, Intl.DateTimeFormat>();

function part(at: Date, zone: string, options: Intl.DateTimeFormatOptions): string {
  const key = zone + JSON.stringify(options);
  const format = formats.get(key) ?? new Intl.DateTimeFormat('en-GB', { timeZone: zone, hourCycle: 'h23', ...options });
  formats.set(key, format);
  return format.format(at);
}

const dayOf = (at: Date, zone: string) => part(at, zone, { year: 'numeric', month: '2-digit', day: '2-digit' });

/** A moment in the reader's zone, with UTC and local time on hover and focus. The server's render and the first client render agree. */
export function Time({ at, form = 'both', seconds = false, focusable = true, className }: TimeProps) {
  const moment = at instanceof Date ? at : new Date(at);
  const zone = useZone();
  const now = useNow(form === 'clock' || form === 'date' || form === 'day' ? 60_000 : 10_000);
  const stop = focusable ? 0 : undefined;
  const today = dayOf(moment, zone) === dayOf(new Date(now), zone);
  const sameYear = part(moment, zone, { year: 'numeric' }) === part(new Date(now), zone, { year: 'numeric' });
  const clock = part(moment, zone, { hour: '2-digit', minute: '2-digit', ...(seconds && { second: '2-digit' }) });
  const date = part(moment, zone, { day: 'numeric', month: 'short', ...(!sameYear && { year: 'numeric' }) });
  const ago = formatAgo(moment.getTime(), now);
  const full: Intl.DateTimeFormatOptions = { dateStyle: 'medium', timeStyle: 'medium' };
  const tip = `${part(moment, 'UTC', full)} UTC\n${part(moment, zone, full)} ${zone.replace(/^.*\//, '').replace('_', ' ')}`;
  const when = today ? clock : `${date}, ${clock}`;
  const day = `${part(moment, zone, { weekday: 'short' })} ${date}, ${clock}`;
  const text = { both: `${when} · ${ago}`, clock: when, ago, date: today ? 'Today' : date, day }[form];
  return (
    <time
      dateTime={moment.toISOString()}
      data-tip={tip}
      tabIndex={stop}
      className={cx('tnum whitespace-nowrap rounded-sm', className)}
    >
      {text}
    </time>
  );
}
