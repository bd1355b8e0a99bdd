'use client';

import Link from 'next/link';
import { cx } from './cx';

export type Tab = { href: string; label: string; count?: number; current?: boolean };

/** Where there is no room for all tabs, the one shown is in sight. */
function bringIntoSight(tab: HTMLAnchorElement | null) {
  const row = tab?.parentElement;
  if (row) row.scrollLeft = tab.offsetLeft + tab.offsetWidth / 2 - row.clientWidth / 2;
}

/** Views of one thing, each with its own address. */
export function Tabs({ label, items, className }: { label: string; items: readonly Tab[]; className?: string }) {
  return (
    <nav aria-label={label} className={cx('relative flex gap-4 overflow-x-auto border-b border-line', className)}>
      {items.map((item) => (
        <Link
          key={item.href}
          href={item.href}
          ref={item.current ? bringIntoSight : undefined}
          aria-current={item.current ? 'page' : undefined}
          className={cx(
            '-mb-px flex min-h-9 items-center gap-1.5 border-b-2 text-sm whitespace-nowrap transition-colors max-md:min-h-11 focus-visible:-outline-offset-2',
            item.current ? 'border-accent font-medium text-ink' : 'border-transparent text-muted hover:text-ink',
          )}
        >
          {item.label}
          {item.count !== undefined && <span className="tnum text-xs text-muted">{item.count}</span>}
        </Link>
      ))}
    </nav>
  );
}
