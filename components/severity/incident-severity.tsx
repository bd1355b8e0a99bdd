import { cx } from '@/components/ui/cx';
import { SeverityMark } from '@/components/ui/severity-mark';
import { type Severity } from '@/lib/core/severity/severity';

type IncidentSeverityProps = {
  severity: Severity;
  /** Triage has not settled it: it counts as `severity` until then. */
  unsure: boolean;
  size?: number;
  className?: string;
};

/** How bad an incident is, the same on every screen: what it counts as, and whether that was settled. */
export function IncidentSeverity({ severity, unsure, size, className }: IncidentSeverityProps) {
  return (
    <span className={cx('inline-flex items-baseline gap-1 whitespace-nowrap', className)}>
      <SeverityMark severity={severity.toLowerCase() as Lowercase<Severity>} size={size} />
      {unsure && <span className="text-xs text-muted"> (unsure)</span>}
    </span>
  );
}
