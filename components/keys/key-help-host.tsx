'use client';

import { lazy, Suspense, useState } from 'react';
import { useFetched } from '../ui/use-fetched';
import { useKey } from './keys';

const load = () => import('./key-help');
const KeyHelp = lazy(load);

/** Shows every key on `?`. The help's code comes when it is first asked for. */
export function KeyHelpHost() {
  const [open, setOpen] = useState(false);
  useKey('?', () => setOpen(true), { label: 'Show every key' });
  const fetched = useFetched(open ? load : null, () => setOpen(false));
  if (!open || !fetched) return null;
  return (
    <Suspense>
      <KeyHelp onClose={() => setOpen(false)} />
    </Suspense>
  );
}
