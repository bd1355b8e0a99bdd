export type Recent = { id: string; label: string; hint?: string; href: string };

const KEY = 'qd-recents';
const KEPT = 6;

/** What this browser opened from the palette lately, newest first. */
export function readRecents(): Recent[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    if (!Array.isArray(kept)) return [];
    return kept.filter(
      (one: Partial<Recent> | null): one is Recent =>
        typeof one?.id === 'string' && typeof one.label === 'string' && typeof one.href === 'string',
    );
  } catch {
    return [];
  }
}

export function keepRecent({ id, label, hint, href }: Recent) {
  const next = [{ id, label, hint, href }, ...readRecents().filter((one) => one.id !== id)].slice(0, KEPT);
  try {
    localStorage.setItem(KEY, JSON.stringify(next));
  } catch {
    // A full or forbidden storage costs the recents, nothing else.
  }
}
