'use client';

import { useKey } from './keys';

type VerbProps = {
  /** What it does, as the palette lists it. */
  label: string;
  group?: string;
  /** Whether it can be done now; else the palette leaves it out. */
  when?: boolean;
  run: () => void;
};

/** A verb without a key of its own, found in the palette. Renders nothing. */
export function Verb({ label, group = 'Room', when = true, run }: VerbProps) {
  useKey('', run, { label, group, when });
  return null;
}
