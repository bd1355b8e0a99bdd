export type Pressed = Pick<KeyboardEvent, 'key' | 'metaKey' | 'ctrlKey' | 'altKey' | 'shiftKey'>;

/**
 * The name that a key press goes by in bindings: `u`, `?`, `mod+k`. Null for what must stay the browser's:
 * anything with Alt, and ⌘ or Ctrl with any key but K and Enter.
 */
export function keyName({ key, metaKey, ctrlKey, altKey, shiftKey }: Pressed): string | null {
  if (altKey) return null;
  const name = key === 'Enter' ? 'enter' : [...key].length === 1 ? key : null;
  if (name === null || name === ' ') return null;
  if (metaKey || ctrlKey) {
    const lower = name.toLowerCase();
    return !shiftKey && (lower === 'k' || lower === 'enter') ? `mod+${lower}` : null;
  }
  return name === 'enter' ? null : name;
}

/** Which binding a sequence of names completes, and whether a longer one could still follow. */
export function matchKeys(typed: string[], bound: Iterable<string>): { exact: string | null; more: boolean } {
  const sought = typed.join(' ');
  let exact: string | null = null;
  let more = false;
  for (const keys of bound) {
    if (keys === sought) exact = keys;
    else if (keys.startsWith(`${sought} `)) more = true;
  }
  return { exact, more };
}
