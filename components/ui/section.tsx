import { useId, type ReactNode } from 'react';
import { cx } from './cx';

type SectionProps = {
  title: string;
  count?: number;
  /** Buttons at the right end of the heading's hairline. */
  action?: ReactNode;
  /** Heading level. */
  level?: 2 | 3;
  className?: string;
  children: ReactNode;
};

/** A part of a screen, set off by a heading that runs into a hairline, never by a box. */
export function Section({ title, count, action, level = 2, className, children }: SectionProps) {
  const id = useId();
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section aria-labelledby={id} className={cx('min-w-0', className)}>
      <div className="flex min-h-8 items-center gap-2.5">
        <Heading id={id} className="text-sm font-semibold tracking-[-0.01em]">
          {title}
        </Heading>
        {count !== undefined && <span className="tnum text-xs text-muted">{count}</span>}
        <span aria-hidden="true" className="h-px flex-1 bg-line" />
        {action}
      </div>
      {children}
    </section>
  );
}

/** One line of a panel: what, and at the right what of it. */
export function PanelRow({
  lead,
  end,
  className,
  children,
}: {
  lead?: ReactNode;
  end?: ReactNode;
  className?: string;
  children: ReactNode;
}) {
  return (
    <div
      className={cx(
        'flex min-h-9 items-center gap-2.5 border-b border-line py-1 last:border-b-0 max-md:min-h-11',
        className,
      )}
    >
      {lead}
      <div className="min-w-0 flex-1 truncate">{children}</div>
      {end && <div className="flex shrink-0 items-center gap-2 text-muted">{end}</div>}
    </div>
  );
}
