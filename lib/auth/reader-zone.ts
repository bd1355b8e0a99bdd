import { cookies } from 'next/headers';
import { timeZoneInput } from '@/lib/core/access/person-input';
import { currentSession } from './actor';

/** The time zone of whoever asks: the one they chose, else their browser's as it last told, else UTC. */
export async function readerZone(): Promise<string> {
  const chosen = (await currentSession())?.timeZone;
  if (chosen) return chosen;
  const told = timeZoneInput.safeParse((await cookies()).get('qd-zone')?.value);
  return (told.success && told.data) || 'UTC';
}
