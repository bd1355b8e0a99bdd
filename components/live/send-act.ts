import { unstable_isUnrecognizedActionError } from 'next/navigation';
import { type IncidentFact } from '@/lib/core/facts';
import { type Refusal, refuse } from '@/lib/core/refusal';

/** What the server answers to an act: the facts it made true, or why not. */
export interface Done {
  number: number;
  seq: number;
  facts: IncidentFact[];
}
export type ActAction = (number: number, name: string, draft: unknown, requestKey: string) => Promise<Done | Refusal>;

const probeWithinMs = 3_000;

/**
 * Calls the server. `unreachable`: no answer came, so it may or may not have happened, and the same key may be sent again;
 * `outdated`: the server is newer than this page and does not know its calls.
 */
export async function sendAct(
  call: () => Promise<Done | Refusal>,
  connected: boolean,
): Promise<Done | Refusal | 'unreachable' | 'outdated'> {
  if (!navigator.onLine || (!connected && !(await isReachable()))) return 'unreachable';
  try {
    return await call();
  } catch (error) {
    if (unstable_isUnrecognizedActionError(error)) return 'outdated';
    if (typeof error === 'object' && error !== null && 'digest' in error) {
      return refuse(
        'conflict',
        'The server failed at this, and nothing was changed. What you wrote is kept: try again.',
      );
    }
    return 'unreachable';
  }
}

/** Asked before a call over a doubtful line, because a call that hangs would hold up every later one. */
async function isReachable(): Promise<boolean> {
  try {
    const answer = await fetch('/api/health/live', { cache: 'no-store', signal: AbortSignal.timeout(probeWithinMs) });
    return answer.ok;
  } catch {
    return false;
  }
}

/** A fresh key for a request; `randomUUID` is missing on plain http, where many install first. */
export function freshKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
