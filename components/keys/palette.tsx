'use client';

import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react';
import { useKey } from './keys';

const PalettePanel = lazy(() => import('./palette-panel'));

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
  const [used, setUsed] = useState(false);
  const show = () => {
    setUsed(true);
    setOpen(true);
  };

  useKey('mod+k', show, { label: 'Find anything', group: 'General', typing: true });

  useEffect(() => {
    const listen = () => {
      setUsed(true);
      setOpen(true);
    };
    document.addEventListener(OPEN, listen);
    return () => document.removeEventListener(OPEN, listen);
  }, []);

  if (!used) return null;
  return (
    <Suspense>
      <PalettePanel open={open} onOpenChange={setOpen} load={load} />
    </Suspense>
  );
}
