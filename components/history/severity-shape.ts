import { type Severity as Shape } from '@/components/ui/severity-mark';
import { type Severity } from '@/lib/core/severity/severity';

/** The kit's mark for a severity. */
export function shapeOf(severity: Severity): Shape {
  const shapes: Record<Severity, Shape> = { Critical: 'critical', High: 'high', Medium: 'medium', Low: 'low' };
  return shapes[severity];
}
