'use client';

import { useEffect } from 'react';
import { rim, dialShape, slice, type DialState } from './dial-shape';
import { formatCountdown } from './duration';
import { useNow } from './server-clock';

const prefix = /^\+?(?:\d+:)?\d+:\d\d(?: overdue)? · /;
/** A tab has no tokens: these are the dial's inks on a browser's own light or dark tab strip, legible on both. */
const inks: Record<DialState, string> = { none: '#7c8797', waiting: '#1f93a8', soon: '#1f93a8', overdue: '#e5484d' };

function favicon(dueAt: number, cadenceMs: number, now: number): string {
  const step = cadenceMs / 30;
  const due =
    dueAt - now > 0 ? now + Math.ceil((dueAt - now) / step) * step : now + Math.floor((dueAt - now) / step) * step;
  const { state, sector } = dialShape(due, cadenceMs, now);
  const ink = inks[state];
  const dot = state === 'overdue' ? `<circle cx="20" cy="4" r="4" fill="${ink}"/>` : '';
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="1 1 22 22"><path d="${slice(0, 1)}" fill="${ink}" opacity=".3"/>` +
    `<path d="${sector ? slice(...sector) : ''}" fill="${ink}"/><path d="${rim}" fill="none" stroke="${ink}" stroke-width="2.2" stroke-linecap="round"/>${dot}</svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

type TabSignProps = {
  /** Epoch milliseconds; null leaves the tab as it is. */
  dueAt: number | null;
  cadenceMs: number;
};

/** Shows the countdown in the tab: its title and its favicon, also while the tab is hidden. Renders nothing. */
export function TabSign({ dueAt, cadenceMs }: TabSignProps) {
  const now = useNow(1000, true);
  const owed = dueAt !== null;

  useEffect(() => {
    if (dueAt === null) return;
    const { text, overdue } = formatCountdown(dueAt, now);
    const title = `${text}${overdue ? ' overdue' : ''} · ${document.title.replace(prefix, '')}`;
    if (document.title !== title) document.title = title;
    const icon = document.querySelector<HTMLLinkElement>('link[rel~="icon"]');
    const href = favicon(dueAt, cadenceMs, now);
    if (icon && icon.href !== href) {
      icon.dataset.rest ??= icon.href;
      icon.href = href;
    }
  }, [dueAt, cadenceMs, now]);

  useEffect(() => {
    if (!owed) return;
    return () => {
      document.title = document.title.replace(prefix, '');
      const icon = document.querySelector<HTMLLinkElement>('link[rel~="icon"]');
      if (icon?.dataset.rest) icon.href = icon.dataset.rest;
    };
  }, [owed]);

  return null;
}
