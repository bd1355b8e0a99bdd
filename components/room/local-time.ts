import { type Instant, instantOf, msOf } from '@/lib/core/instant';

const two = (value: number) => String(value).padStart(2, '0');

/** An instant as the platform's date-time field wants it, in the browser's zone: `2026-11-21T14:30`. */
export function toLocalField(instant: Instant): string {
  const at = new Date(msOf(instant));
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** The instant of such a field's text, or null for none. */
export function fromLocalField(text: string): Instant | null {
  const ms = Date.parse(text);
  return text === '' || Number.isNaN(ms) ? null : instantOf(ms);
}
