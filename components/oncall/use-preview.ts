'use client';

import { useEffect, useState } from 'react';
import { type Preview } from './schedule-preview';

const pauseMs = 200;

/** The preview of what is typed, asked for when the typing pauses; `stale` until it has come. What came too late is dropped. */
export function usePreview(draft: string, ask: (draft: unknown) => Promise<Preview>) {
  const [answer, setAnswer] = useState<{ of: string; preview: Preview } | null>(null);
  useEffect(() => {
    let wanted = true;
    const timer = setTimeout(() => {
      ask(JSON.parse(draft)).then(
        (preview) => wanted && setAnswer({ of: draft, preview }),
        // Without an answer the last one stays, marked as stale.
        () => undefined,
      );
    }, pauseMs);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [draft, ask]);
  return { preview: answer?.preview ?? null, stale: answer?.of !== draft };
}
