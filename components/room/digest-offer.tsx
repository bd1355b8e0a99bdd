'use client';

import { Button } from '@/components/ui/button';

/** What happened since the last update, as lines to begin the next one with. */
export function DigestOffer({ lines, onTake }: { lines: readonly string[]; onTake: () => void }) {
  return (
    <div className="rounded-md bg-accent-wash px-3 py-2 text-xs md:ml-[5.25rem]">
      <div className="flex items-center justify-between gap-3">
        <span className="font-medium">Since the last update</span>
        <Button size="sm" tone="plain" onClick={onTake}>
          Add to status
        </Button>
      </div>
      <ul className="list-disc pl-4 marker:text-faint">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}
