'use client';

import { Bell as BellIcon } from 'lucide-react';
import dynamic from 'next/dynamic';
import Link from 'next/link';
import { useState } from 'react';
import { useKey } from '@/components/keys/keys';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { NoticeDot } from '@/components/ui/notice-dot';
import { Popover } from '@/components/ui/popover';
import { SkeletonText } from '@/components/ui/skeleton';
import { useFetched } from '@/components/ui/use-fetched';
import { NotificationSwitch } from './notification-switch';
import { type LoadNotices, type ReadNotice, useNotices } from './use-notices';

const loadRow = () => import('./notice-row').then((module) => module.NoticeRow);
const NoticeRow = dynamic(loadRow, { ssr: false });

type BellProps = {
  /** Unread notices at render. */
  unread: number;
  load: LoadNotices;
  read: ReadNotice;
};

/** The bell: how much I was told and have not read, and what it was. */
export function Bell({ unread: served, load, read }: BellProps) {
  const [open, setOpen] = useState(false);
  const [below, setBelow] = useState(false);
  const { unread, notices, more, refresh, mark } = useNotices(served, load, read);
  const fetched = useFetched(open ? loadRow : null, () => setOpen(false), { fields: false });
  const last = notices?.at(-1);
  const newest = notices?.[0];

  function show(next: boolean) {
    if (next) {
      // The bell stands in the rail on a desk, in the header on a phone.
      setBelow(matchMedia('(width < 48rem)').matches);
      void refresh();
    }
    setOpen(next);
  }
  useKey('g n', () => show(true), { label: 'Notices', group: 'Go to' });

  const words = unread === 0 ? 'Notices' : `Notices, ${unread > 99 ? 'more than 99' : unread} unread`;
  return (
    <Popover
      open={open}
      onOpenChange={show}
      label="Notices"
      side={below ? 'bottom' : 'right'}
      align="end"
      width="lg"
      flush
      trigger={
        <IconButton
          label={words}
          icon={
            <span className="relative">
              <BellIcon />
              <NoticeDot count={unread} label="" className="-top-2! right-auto! left-2.5" />
            </span>
          }
          data-tip-keys="g n"
        />
      }
    >
      <div className="sticky top-0 flex min-h-11 items-center gap-2 border-b border-line bg-surface px-3">
        <h2 className="flex-1 font-semibold">Notices</h2>
        {unread > 0 && newest && (
          <Button size="sm" tone="plain" onClick={() => mark({ upTo: newest.id })}>
            Mark all read
          </Button>
        )}
      </div>
      <div>
        {notices === null || (notices.length > 0 && !fetched) ? (
          <div className="p-3">
            <SkeletonText lines={3} />
          </div>
        ) : notices.length === 0 ? (
          <p className="p-3 text-muted">
            Nothing yet. You are told here when something is asked of you, when an update is owed, and of incidents that
            the severity policy wants you to know.
          </p>
        ) : (
          <>
            <ul>
              {notices.map((notice) => (
                <li key={notice.id} className="border-b border-line last:border-b-0">
                  <NoticeRow
                    notice={notice}
                    onFollow={() => {
                      mark({ id: notice.id });
                      setOpen(false);
                    }}
                  />
                </li>
              ))}
            </ul>
            {more && last && (
              <div className="p-2">
                <Button size="sm" tone="plain" onClick={() => void refresh(last.id)}>
                  Show older ones
                </Button>
              </div>
            )}
          </>
        )}
      </div>
      <div className="sticky bottom-0 flex flex-wrap items-center gap-1 border-t border-line bg-surface p-2">
        <NotificationSwitch />
        <Link
          href="/settings/notifications"
          className="ml-auto inline-flex min-h-6 items-center rounded-sm px-2 text-xs text-accent underline underline-offset-2 max-md:min-h-11"
          onClick={() => setOpen(false)}
        >
          How you are reached
        </Link>
      </div>
    </Popover>
  );
}
