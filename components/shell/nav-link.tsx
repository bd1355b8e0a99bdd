'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { cx } from '../ui/cx';
import type { NavItem } from './console-nav';

function isHere(path: string, { href, covers = [], exact = false }: NavItem): boolean {
  if (path === href) return true;
  return [...(exact ? [] : [href]), ...covers].some((prefix) =>
    prefix.endsWith('/') ? prefix !== '/' && path.startsWith(prefix) : path === prefix || path.startsWith(`${prefix}/`),
  );
}

/** One place in the rail or in the phone's bottom bar. */
export function NavLink({ item }: { item: NavItem }) {
  const here = isHere(usePathname(), item);
  return (
    <Link
      href={item.href}
      aria-current={here ? 'page' : undefined}
      data-tip={item.keys && `Go to ${item.label.toLowerCase()}`}
      data-tip-keys={item.keys}
      className={cx(
        'relative flex h-13 flex-1 flex-col items-center justify-center gap-1 text-xs transition-colors focus-visible:-outline-offset-2 md:flex-none',
        'before:absolute before:bg-accent before:transition-opacity max-md:before:inset-x-4 max-md:before:top-0 max-md:before:h-0.5 md:before:inset-y-2.5 md:before:left-0 md:before:w-0.5',
        '[&_svg]:size-[1.125rem] [&_svg]:stroke-[1.6]',
        here ? 'font-medium text-ink before:opacity-100' : 'text-muted before:opacity-0 hover:text-ink',
      )}
    >
      {item.icon}
      {item.label}
    </Link>
  );
}
