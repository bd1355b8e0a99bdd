import { BellOff } from 'lucide-react';
import Link from 'next/link';
import { Time } from '@/components/ui/time';
import { type PagingOut, silenceWords } from '@/lib/core/notification/silence';

/** That nobody may count on being paged, and what to do instead. */
export function PagingOutBanner({ out: { since, silence }, administers }: { out: PagingOut; administers: boolean }) {
  return (
    <section
      aria-label="Paging is out"
      className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b-2 border-overdue bg-surface bg-linear-to-r from-overdue-wash to-overdue-wash px-4 py-2 md:px-6"
    >
      <BellOff className="size-5 shrink-0 text-overdue" aria-hidden="true" />
      <div role="alert" className="min-w-0 flex-1 text-base max-md:basis-[calc(100%-4rem)]">
        <span className="wrap-anywhere">
          <span className="font-semibold">Pages may not reach anybody:</span> call people yourselves.
        </span>
        <span className="block text-xs text-muted">
          {silenceWords[silence]} The last sign that paging works: <Time at={since} />
        </span>
      </div>
      {administers && (
        <Link
          href="/settings/channels"
          className="inline-flex min-h-6 items-center rounded-sm text-accent underline underline-offset-2 max-md:min-h-11"
        >
          What is wrong
        </Link>
      )}
    </section>
  );
}
