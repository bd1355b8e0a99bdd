import {
  AlarmClock,
  ArrowLeftRight,
  BellOff,
  BellRing,
  CalendarClock,
  Building2,
  ClipboardList,
  Handshake,
  LifeBuoy,
  Megaphone,
  MessageSquareReply,
  PhoneForwarded,
  PhoneIncoming,
  PhoneMissed,
  PhoneOutgoing,
  TimerOff,
  Unplug,
  UserRoundCheck,
  UserRoundX,
} from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { cx } from '@/components/ui/cx';
import { Time } from '@/components/ui/time';
import { type NoticeKind } from '@/lib/core/notice';
import { type NoticeView } from '@/lib/live/contract';

const icons: Record<NoticeKind, ReactNode> = {
  told: <Megaphone />,
  assigned: <UserRoundCheck />,
  'handover-offered': <Handshake />,
  'handover-answered': <MessageSquareReply />,
  'update-due': <AlarmClock />,
  'update-overdue': <TimerOff />,
  'task-back': <ClipboardList />,
  'command-overdue': <TimerOff />,
  'commander-away': <UserRoundX />,
  'help-asked': <LifeBuoy />,
  paged: <PhoneIncoming />,
  'page-answered': <PhoneOutgoing />,
  'page-unanswered': <PhoneMissed />,
  'page-left': <PhoneMissed />,
  'swap-offered': <ArrowLeftRight />,
  'swap-answered': <ArrowLeftRight />,
  'shift-soon': <CalendarClock />,
  'page-offered-on': <PhoneForwarded />,
  'vendor-chase': <Building2 />,
  'paging-out': <BellOff />,
  'paging-returned': <BellRing />,
  'method-gone': <Unplug />,
};
const late = new Set<NoticeKind>(['update-overdue', 'command-overdue', 'page-unanswered', 'paging-out']);

/** One notice: what happened, where, when; following it goes there. */
export function NoticeRow({ notice, onFollow }: { notice: NoticeView; onFollow: () => void }) {
  const { kind, title, body, url, createdAt, readAt } = notice;
  const unread = readAt === null;
  return (
    <Link
      href={url}
      onClick={onFollow}
      className="flex gap-3 px-3 py-2.5 transition-colors hover:bg-raised focus-visible:-outline-offset-2"
    >
      <span
        className={cx('mt-0.5 [&_svg]:size-4', late.has(kind) ? 'text-overdue' : unread ? 'text-accent' : 'text-faint')}
        aria-hidden="true"
      >
        {icons[kind]}
      </span>
      <span className="flex min-w-0 flex-1 flex-col">
        <span className={cx(unread ? 'font-medium' : 'text-muted')}>{body}</span>
        <span className="flex items-baseline gap-2 text-xs text-muted">
          <span className="min-w-0 flex-1 truncate">{title}</span>
          <Time at={createdAt} form="ago" focusable={false} />
        </span>
      </span>
      <span className="mt-1.5 flex size-2 shrink-0" aria-hidden={!unread}>
        {unread && (
          <>
            <span className="size-2 rounded-full bg-accent" />
            <span className="sr-only">unread</span>
          </>
        )}
      </span>
    </Link>
  );
}
