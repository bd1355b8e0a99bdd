import { type Change } from '../facts/administration';

/** Which fields of a record differ, as they were and as they are; null when none does. Values are plain JSON. */
export function changeBetween(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): Change | null {
  const change: Change = { before: {}, after: {} };
  for (const key of Object.keys(after)) {
    if (JSON.stringify(before[key]) === JSON.stringify(after[key])) continue;
    change.before[key] = before[key];
    change.after[key] = after[key];
  }
  return Object.keys(change.after).length === 0 ? null : change;
}
