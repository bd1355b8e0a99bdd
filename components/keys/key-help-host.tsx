'use client';

import { lazy, Suspense, useState } from 'react';
import { useKey } from './keys';

const KeyHelp = lazy(() => import('./key-help'));

/** Shows every key on `?`. The help's code comes when it is first asked for. */
export function KeyHelpHost() {
  const [open, setOpen] = useState(false);
  useKey('?', () => setOpen(true), { label: 'Show every key' });
  if (!open) return null;
  return (
    <Suspense>
      <KeyHelp onClose={() => setOpen(false)} />
    </Suspense>
  );
}
