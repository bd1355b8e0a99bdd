/** What a provider calls a message: the text under `key` of its JSON answer; null where it said nothing of the kind. */
export function idIn(body: string, key: string): string | null {
  try {
    const id = (JSON.parse(body) as Record<string, unknown> | null)?.[key];
    return typeof id === 'string' ? id : null;
  } catch {
    return null;
  }
}
