'use client';

import { useCallback, useMemo, useSyncExternalStore } from 'react';
import type { ActDraft } from '@/lib/core/incident/acts';
import { type Estimate, type Incident } from '@/lib/core/incident/incident';
import { asksForPostmortem } from '@/lib/core/incident/life-map';
import { type Phase } from '@/lib/core/incident/phases';
import { type Severity } from '@/lib/core/severity/severity';

/** An update being written. `seen` is the seq of the latest update its author has read. */
export interface UpdateDraft {
  status: string;
  actions: string;
  next: string;
  estimate: Estimate | null;
  phase: Phase | null;
  severity: Severity | null;
  reason: string;
  seen: number;
}

const watchers = new Set<() => void>();
const parsed = new Map<string, { raw: string; draft: UpdateDraft }>();
/** Where a browser keeps nothing, drafts live as long as the page. */
const kept = new Map<string, string>();

function read(key: string): UpdateDraft | null {
  let raw = kept.get(key) ?? null;
  try {
    raw = localStorage.getItem(key) ?? raw;
  } catch {
    // `kept` has it.
  }
  if (raw === null) return null;
  const before = parsed.get(key);
  if (before?.raw === raw) return before.draft;
  try {
    const draft = JSON.parse(raw) as UpdateDraft;
    parsed.set(key, { raw, draft });
    return draft;
  } catch {
    return null;
  }
}

function write(key: string, draft: UpdateDraft | null) {
  const raw = draft && JSON.stringify(draft);
  if (raw === null) kept.delete(key);
  else kept.set(key, raw);
  try {
    if (raw === null) localStorage.removeItem(key);
    else localStorage.setItem(key, raw);
  } catch {
    // `kept` has it.
  }
  for (const watcher of watchers) watcher();
}

function watch(watcher: () => void) {
  watchers.add(watcher);
  addEventListener('storage', watcher);
  return () => {
    watchers.delete(watcher);
    removeEventListener('storage', watcher);
  };
}

/** What the composer starts from: the last update, so that only what changed is typed. */
export function prefilled({ update }: Pick<Incident, 'update'>): UpdateDraft {
  return {
    status: update?.status ?? '',
    actions: update?.actions ?? '',
    next: update?.next ?? '',
    estimate: update?.estimate ?? { kind: 'unknown', nextAt: null },
    phase: null,
    severity: null,
    reason: '',
    seen: update?.seq ?? 0,
  };
}

/** What the closing update starts from: the last status to be put right, and nothing in progress any more. */
export function closing(incident: Pick<Incident, 'update' | 'policy' | 'severity'>): UpdateDraft {
  const { nothing, postmortem } = closingWords;
  const next = asksForPostmortem(incident) ? postmortem : nothing;
  return { ...prefilled(incident), actions: nothing, next, phase: 'resolved' };
}

const closingWords = { nothing: 'Nothing more: it is over.', postmortem: 'A postmortem.' };

/** The draft that an update was posted from. */
export function draftOf(posted: ActDraft<'post-update'>): UpdateDraft {
  const { status, actions, next, estimate, phase, severity, reason, seen } = posted;
  return {
    ...{ status, actions, next },
    estimate: estimate.kind === 'at' ? estimate : { kind: 'unknown', nextAt: estimate.nextAt ?? null },
    phase: phase ?? null,
    severity: severity ?? null,
    reason: reason ?? '',
    seen: seen ?? 0,
  };
}

/**
 * The draft of a person's update to an incident: survives reloads, restarts and refusals, and is the same in every tab.
 * `draft` is null while nothing was typed.
 */
export function useUpdateDraft(number: number, personId: string) {
  const key = `qd-draft:update:${number}:${personId}`;
  const draft = useSyncExternalStore(
    watch,
    () => read(key),
    () => null,
  );
  const keep = useCallback((next: UpdateDraft | null) => write(key, next), [key]);
  return useMemo(() => ({ draft, keep }), [draft, keep]);
}
