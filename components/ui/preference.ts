export type Preference = 'theme' | 'keys';

/** Keeps a choice for a year where the server reads it (cookie `qd-theme`, `qd-keys`), and applies it to the page at once. */
export function writePreference(name: Preference, value: string) {
  document.cookie = `qd-${name}=${value}; path=/; max-age=31536000; samesite=lax`;
  document.documentElement.dataset[name] = value;
}
