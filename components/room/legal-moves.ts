import { type Incident } from '@/lib/core/incident/incident';
import { isReopening, moves, type Phase, reopenWindowMs } from '@/lib/core/incident/phases';
import { msOf } from '@/lib/core/instant';

/** Where the incident may go from here at `now` (epoch milliseconds). What ended too long ago is not reopened. */
export function legalMoves({ phase, endedAt }: Pick<Incident, 'phase' | 'endedAt'>, now: number): Phase[] {
  const late = endedAt !== null && now > msOf(endedAt) + reopenWindowMs;
  return (Object.keys(moves[phase]) as Phase[]).filter((to) => !late || !isReopening(phase, to));
}
