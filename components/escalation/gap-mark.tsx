import { TriangleAlert } from 'lucide-react';
import { type ReactNode } from 'react';

/** What nobody answers for: red, with a shape and words. */
export function GapMark({ children }: { children: ReactNode }) {
  return (
    <span className="inline-flex items-start gap-1.5 rounded-sm bg-critical-wash px-1.5 py-0.5 text-critical">
      <TriangleAlert className="mt-0.5 size-3.5 shrink-0" aria-hidden="true" />
      <span>
        <span className="sr-only">Gap: </span>
        {children}
      </span>
    </span>
  );
}
