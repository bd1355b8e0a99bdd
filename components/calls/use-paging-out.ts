'use client';

import { useEffect, useState } from 'react';
import { useLive } from '@/components/live/live-provider';
import { type PagingOut } from '@/lib/core/notification/silence';

/** Whether paging is out, as served and then live. */
export function usePagingOut(served: PagingOut | null): PagingOut | null {
  const { watchPaging } = useLive();
  const [out, setOut] = useState(served);
  useEffect(() => watchPaging(setOut), [watchPaging]);
  return out;
}
