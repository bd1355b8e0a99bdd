import type { ReactNode } from 'react';
import { QuarterDial } from './quarter-dial';

type EmptyStateProps = {
  title: string;
  /** What belongs here, in a sentence or two. */
  children?: ReactNode;
  /** The button that makes the first one, with its key. */
  action?: ReactNode;
  icon?: ReactNode;
};

/** A place with nothing in it yet teaches what belongs there. */
export function EmptyState({ title, children, action, icon }: EmptyStateProps) {
  return (
    <div className="flex items-start gap-4 py-6">
      <span className="mt-0.5 text-faint [&_svg]:size-8" aria-hidden="true">
        {icon ?? <QuarterDial dueAt={null} cadenceMs={0} now={0} size={32} />}
      </span>
      <div className="flex min-w-0 flex-col items-start gap-1">
        <p className="font-semibold">{title}</p>
        {children && <div className="measure text-muted">{children}</div>}
        {action && <div className="mt-3 flex flex-wrap gap-2">{action}</div>}
      </div>
    </div>
  );
}
