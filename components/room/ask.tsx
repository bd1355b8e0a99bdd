'use client';

import { createContext, useContext, useMemo, useState, type ReactNode } from 'react';
import { type Phase } from '@/lib/core/incident/phases';
import { type TaskStep } from './task-steps';

/** What a dialog of the room asks for. One is open at a time. */
export type Asked =
  | { kind: 'no-change' }
  | { kind: 'snooze' }
  | { kind: 'note' }
  | { kind: 'task' }
  | { kind: 'task-detail'; id: string; step?: TaskStep }
  | { kind: 'role'; role?: string }
  | { kind: 'relieve'; role: string }
  | { kind: 'handover'; role?: string }
  | { kind: 'decline'; id: string }
  | { kind: 'severity' }
  | { kind: 'phase'; to?: Phase }
  | { kind: 'decision'; text?: string }
  | { kind: 'objection'; id: string }
  | { kind: 'services' }
  | { kind: 'access' }
  | { kind: 'retitle' }
  | { kind: 'merge' }
  | { kind: 'subteam'; id?: string }
  | { kind: 'help' }
  | { kind: 'page' }
  | { kind: 'cannot'; id: string }
  | { kind: 'vendor'; id?: string }
  | { kind: 'vendor-answer'; id: string }
  | { kind: 'vendor-end'; id: string };

interface Asking {
  asked: Asked | null;
  ask: (asked: Asked) => void;
  close: () => void;
  /** Whether the update is being written, in the place where the four fields stand. */
  composing: boolean;
  compose: (open: boolean) => void;
}

const AskContext = createContext<Asking | null>(null);

export function AskProvider({ children }: { children: ReactNode }) {
  const [asked, ask] = useState<Asked | null>(null);
  const [composing, compose] = useState(false);
  const asking = useMemo<Asking>(
    () => ({ asked, ask, close: () => ask(null), composing, compose }),
    [asked, composing],
  );
  return <AskContext value={asking}>{children}</AskContext>;
}

/** Opens what the room asks with: a dialog, or the composer. */
export function useAsk(): Asking {
  const asking = useContext(AskContext);
  if (!asking) throw new Error('Asking needs <AskProvider> above it.');
  return asking;
}
