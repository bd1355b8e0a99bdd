import { isInstant } from '@/lib/core/instant';
import { type Refusal, refuse } from '@/lib/core/refusal';
import { type IncidentCursor } from '@/lib/queries/api-incidents';

/** A place in the list of incidents as text that callers hand back unread. */
export function cursorOf({ declaredAt, number }: IncidentCursor): string {
  return Buffer.from(`${declaredAt}/${number}`).toString('base64url');
}

export function readCursor(text: string): IncidentCursor | Refusal {
  const [declaredAt = '', number = ''] = Buffer.from(text, 'base64url').toString('utf8').split('/');
  if (isInstant(declaredAt) && /^\d{1,9}$/.test(number)) return { declaredAt, number: Number(number) };
  const message = 'This is no cursor of this list. Begin without one.';
  return refuse('invalid', message, { cursor: message });
}
