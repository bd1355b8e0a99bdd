'use client';

import { useEffect, useEffectEvent, useState } from 'react';
import { holdKeys } from '../keys/held-keys';
import { toast } from './toast';

const unfetched =
  'This could not be fetched: there is no connection, or the server is newer than this page. Try again once you are live, or reload; what you wrote is kept.';

/**
 * Whether the code of a part of the page is here; it is fetched once `load` is given. To be asked before a `lazy` component of
 * the same `load` is drawn, which would otherwise take the page down with it when it cannot come. Then instead that is said,
 * `onFailure` called, and giving `load` anew tries again. What is typed meanwhile waits for the part's first field, where it has `fields`.
 */
export function useFetched(
  load: (() => Promise<unknown>) | null,
  onFailure: () => void,
  { fields = true }: { fields?: boolean } = {},
): boolean {
  const [here, setHere] = useState<unknown>(null);
  const fail = useEffectEvent(onFailure);
  useEffect(() => {
    if (!load) return;
    let stale = false;
    const keys = fields ? holdKeys() : null;
    load().then(
      () => {
        if (stale) return;
        setHere(() => load);
        keys?.come();
      },
      () => {
        if (stale) return;
        keys?.end();
        toast.error(unfetched);
        fail();
      },
    );
    return () => {
      stale = true;
      keys?.end();
    };
  }, [load, fields]);
  return here !== null && (load === null || here === load);
}
