import type { ReactNode } from 'react';
import { cx } from './cx';

export type Severity = 'critical' | 'high' | 'medium' | 'low';

const marks: Record<Severity | 'unsure', { word: string; ink: string; shape: ReactNode }> = {
  critical: {
    word: 'Critical',
    ink: 'text-critical',
    shape: (
      <path d="M8 1.6 15 14H1Z" fill="currentColor" stroke="currentColor" strokeWidth="1.4" strokeLinejoin="round" />
    ),
  },
  high: {
    word: 'High',
    ink: 'text-high',
    shape: (
      <path
        d="M8 1 15 8 8 15 1 8Z"
        fill="currentColor"
        stroke="currentColor"
        strokeWidth="1.2"
        strokeLinejoin="round"
      />
    ),
  },
  medium: { word: 'Medium', ink: 'text-medium', shape: <circle cx="8" cy="8" r="6" fill="currentColor" /> },
  low: {
    word: 'Low',
    ink: 'text-low',
    shape: <circle cx="8" cy="8" r="5" fill="none" stroke="currentColor" strokeWidth="2.2" />,
  },
  unsure: {
    word: 'Unsure',
    ink: 'text-muted',
    shape: (
      <>
        <circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" strokeWidth="1.5" strokeDasharray="2.4 2.2" />
        <circle cx="8" cy="8" r="1.8" fill="currentColor" />
      </>
    ),
  },
};

type SeverityMarkProps = {
  /** Null while triage has not decided. */
  severity: Severity | null;
  /** Shows the shape; the word is for readers only. */
  shapeOnly?: boolean;
  /** Side of the shape in pixels. */
  size?: number;
  className?: string;
};

/** How bad it is: a shape, a word and a colour, in that order of trust. */
export function SeverityMark({ severity, shapeOnly = false, size = 12, className }: SeverityMarkProps) {
  const { word, ink, shape } = marks[severity ?? 'unsure'];
  return (
    <span className={cx('inline-flex items-center gap-1.5 whitespace-nowrap', ink, className)}>
      <svg viewBox="0 0 16 16" width={size} height={size} aria-hidden="true" className="shrink-0">
        {shape}
      </svg>
      <span className={shapeOnly ? 'sr-only' : 'font-medium'}>{word}</span>
    </span>
  );
}
