'use client';

import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react';
import { useFetched } from '../ui/use-fetched';
import { useKey } from './keys';

const loadPanel = () => import('./palette-panel');
const PalettePanel = lazy(loadPanel);

export type PaletteEntity = {
  /** Unique among all kinds: `incident:42`. */
  id: string;
  label: string;
  hint?: string;
  href: string;
  lead?: ReactNode;
  /** Its heading: "Incidents". */
  group: string;
};

/** Finds things by what was typed; called with '' when the palette opens. */
export type LoadEntities = (query: string) => Promise<PaletteEntity[]>;

const OPEN = 'qd:palette';

/** Opens the palette from anywhere. */
export function openPalette() {
  document.dispatchEvent(new Event(OPEN));
}

/** The command palette, on ⌘/Ctrl+K. Its code comes when it is first opened. */
export function Palette({ load }: { load?: LoadEntities }) {
  const [open, setOpen] = useState(false);
  const show = () => setOpen(true);
  const fetched = useFetched(open ? loadPanel : null, () => setOpen(false));

  useKey('mod+k', show, { label: 'Find anything', group: 'General', typing: true });

  useEffect(() => {
    const listen = () => setOpen(true);
    document.addEventListener(OPEN, listen);
    return () => document.removeEventListener(OPEN, listen);
  }, []);

  if (!fetched) return null;
  return (
    <Suspense>
      <PalettePanel open={open} onOpenChange={setOpen} load={load} />
    </Suspense>
  );
}
