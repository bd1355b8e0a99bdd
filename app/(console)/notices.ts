'use server';

import { currentActor } from '@/lib/auth/actor';
import { markNoticesRead } from '@/lib/commands/mark-notices-read';
import { readNotices } from '@/lib/queries/notices';

/** The reader's notices older than `before` (an id; null for the newest), and how many are unread. */
export async function loadNotices(before: string | null) {
  const actor = await currentActor();
  if (!actor || !(before === null || /^\d{1,18}$/.test(before))) return { notices: [], unread: 0 };
  return readNotices(actor, before);
}

export async function readNotice(which: { id: string } | { url: string } | { upTo: string }): Promise<void> {
  const actor = await currentActor();
  if (actor) await markNoticesRead({ actor }, which);
}
