// Which ways out a notice takes, and when: a page at once and by louder ways while nobody answers, news quietly and not at night.
import { type Instant, MINUTE, instantOf, msOf, plus } from '../instant';
import { type NoticeKind } from '../notice';
import { dayAfter, dayAt, reached } from '../oncall/wall-clock';
import { type ChannelName } from './channels';
import { type NotificationRules, type QuietHours } from './rules';

/** A verified contact method, as far as planning goes. */
export interface Reachable {
  id: string;
  channel: ChannelName;
}

export interface Planned {
  method: string;
  dueAt: Instant;
}

/**
 * `page`: somebody must act now, and is called ever louder. `pressing`: something waits for its reader, at night too. `news`: worth
 * leaving the app for. `quiet`: whoever is in the app sees it, and nobody else need.
 */
export type Urgency = 'page' | 'pressing' | 'news' | 'quiet';

const urgencies: Record<NoticeKind, Urgency> = {
  paged: 'page',
  told: 'news',
  assigned: 'news',
  'handover-offered': 'pressing',
  'handover-answered': 'quiet',
  'update-due': 'quiet',
  'update-overdue': 'pressing',
  'task-back': 'news',
  'command-overdue': 'pressing',
  'commander-away': 'pressing',
  'help-asked': 'pressing',
  'page-answered': 'quiet',
  'page-unanswered': 'page',
  // Nobody acknowledged, and its policy wants nobody called for that.
  'page-left': 'news',
  'swap-offered': 'news',
  'swap-answered': 'news',
  'shift-soon': 'news',
  'page-offered-on': 'pressing',
  'vendor-chase': 'news',
  // What leaves the app of these two goes straight, for its way may be what is out.
  'paging-out': 'quiet',
  'paging-returned': 'quiet',
  'method-gone': 'news',
};

export function urgencyOf(kind: NoticeKind): Urgency {
  return urgencies[kind];
}

/** Minutes after which a page goes out by a channel, for whoever has not said otherwise. */
const usualMinutes: Partial<Record<ChannelName, number>> = { sms: 1, voice: 3 };

/** The ways a notice of `kind` goes out to a person who can be reached by `methods`, the first first; none for what is quiet. */
export function plannedOf(
  kind: NoticeKind,
  methods: readonly Reachable[],
  rules: NotificationRules,
  now: Instant,
): Planned[] {
  const urgency = urgencyOf(kind);
  if (urgency === 'quiet') return [];
  if (urgency === 'page') return pagedBy(methods, rules, now);
  const dueAt = urgency === 'pressing' ? now : afterQuiet(rules.quiet, now);
  return newsBy(methods, rules).map(({ id }) => ({ method: id, dueAt }));
}

function pagedBy(methods: readonly Reachable[], { page }: NotificationRules, now: Instant): Planned[] {
  const known = new Map(methods.map((method) => [method.id, method]));
  const chosen = page?.filter(({ method }) => known.has(method)) ?? [];
  // Whoever's every chosen method is gone is still to be reached.
  const steps =
    chosen.length > 0
      ? chosen
      : methods.map(({ id, channel }) => ({ method: id, afterMinutes: usualMinutes[channel] ?? 0 }));
  return steps
    .toSorted((a, b) => a.afterMinutes - b.afterMinutes)
    .map(({ method, afterMinutes }) => ({ method, dueAt: plus(now, afterMinutes * MINUTE) }));
}

/** News goes by the methods chosen for it, else by e-mail, else by push; never by what rings. */
function newsBy(methods: readonly Reachable[], { news }: NotificationRules): Reachable[] {
  const chosen = methods.filter(({ id }) => news?.includes(id));
  // Whoever chose none wants none; whoever's every chosen method is gone is still to be told.
  if (chosen.length > 0 || news?.length === 0) return chosen;
  const of = (channel: ChannelName) => methods.filter((method) => method.channel === channel);
  return of('email').length > 0 ? of('email') : of('push');
}

/** `now`, or the end of the quiet hours that it falls in. Hours whose end is not after their beginning end on the next day. */
export function afterQuiet(quiet: QuietHours | null, now: Instant): Instant {
  if (!quiet) return now;
  const { from, until, timeZone } = quiet;
  const at = msOf(now);
  const today = dayAt(at, timeZone);
  for (const day of [dayAfter(today, -1), today]) {
    const begins = reached(day, from, timeZone);
    const ends = reached(until > from ? day : dayAfter(day, 1), until, timeZone);
    if (begins <= at && at < ends) return instantOf(ends);
  }
  return now;
}
