import { ArrowLeft } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { cx } from '../ui/cx';

type PageHeaderProps = {
  title: ReactNode;
  /** One sentence on what this page is for. */
  lead?: ReactNode;
  /** Buttons at the right, the primary one last. */
  actions?: ReactNode;
  back?: { href: string; label: string };
  /** Tabs or filters under the title. */
  children?: ReactNode;
};

/** The top of a page: where you are, and what you may do. */
export function PageHeader({ title, lead, actions, back, children }: PageHeaderProps) {
  return (
    <header className="mb-5 flex flex-col gap-3">
      {back && (
        <Link
          href={back.href}
          className="-mb-1 inline-flex min-h-6 items-center gap-1.5 self-start rounded-sm text-xs text-muted hover:text-ink"
        >
          <ArrowLeft className="size-3.5" aria-hidden="true" />
          {back.label}
        </Link>
      )}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          <h1 className="text-lg font-semibold tracking-[-0.02em] md:text-xl">{title}</h1>
          {lead && <p className="measure mt-1 text-muted">{lead}</p>}
        </div>
        {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
      </div>
      {children}
    </header>
  );
}

/** The padding of an ordinary page. The room, which fills its screen, does without. */
export function Page({ width = 'full', children }: { width?: 'text' | 'full'; children: ReactNode }) {
  return (
    <div
      className={cx('px-4 pt-4 pb-24 md:px-8 md:pt-6 md:pb-12', width === 'text' ? 'max-w-[52rem]' : 'max-w-[90rem]')}
    >
      {children}
    </div>
  );
}
