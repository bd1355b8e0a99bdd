import type { ComponentProps, ReactNode } from 'react';
import { cx } from './cx';

type TableProps = {
  /** What the table lists; shown to readers, or above the table when `captionShown`. */
  caption: string;
  captionShown?: boolean;
  className?: string;
  children: ReactNode;
};

/** The one table: hairlines between rows, no boxes. Wider than its place, it scrolls by itself. */
export function Table({ caption, captionShown = false, className, children }: TableProps) {
  const scrolls = 0;
  return (
    <div
      role="region"
      aria-label={caption}
      tabIndex={scrolls}
      className={cx('relative overflow-x-auto rounded-sm', className)}
    >
      <table className="w-full border-collapse text-left text-sm">
        <caption className={captionShown ? 'pb-2 text-left font-semibold' : 'sr-only'}>{caption}</caption>
        {children}
      </table>
    </div>
  );
}

type CellProps = { numeric?: boolean; wrap?: boolean };

export function Th({ numeric, wrap, className, ...rest }: ComponentProps<'th'> & CellProps) {
  return (
    <th
      scope="col"
      {...rest}
      className={cx(
        'h-8 border-b border-line pr-4 text-xs font-medium text-muted last:pr-0',
        !wrap && 'whitespace-nowrap',
        numeric && 'text-right',
        className,
      )}
    />
  );
}

export function Td({ numeric, wrap, className, ...rest }: ComponentProps<'td'> & CellProps) {
  return (
    <td
      {...rest}
      className={cx(
        'h-10 border-b border-line py-1.5 pr-4 align-middle last:pr-0 max-md:h-11',
        !wrap && 'whitespace-nowrap',
        numeric && 'tnum text-right',
        className,
      )}
    />
  );
}

export function Tr({ className, ...rest }: ComponentProps<'tr'>) {
  return <tr {...rest} className={cx('transition-colors [tbody_&]:hover:bg-raised/50', className)} />;
}
