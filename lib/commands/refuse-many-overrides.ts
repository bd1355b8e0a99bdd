import { type PersonRef } from '@/lib/core/access/actor';
import { type Instant } from '@/lib/core/instant';
import { type Refusal, refuse } from '@/lib/core/refusal';
import { type Unit } from '@/lib/store/transact';

/** More than one for every day of a year: whoever looks at the schedule has it reckoned with all of them. */
const mostOverrides = 400;

/** Refuses to put a person on call once more by a schedule that does so over and over. */
export async function refuseManyOverrides(
  { tx }: Pick<Unit, 'tx'>,
  scheduleId: string,
  { id, name }: PersonRef,
  now: Instant,
): Promise<Refusal | null> {
  const ahead = await tx.override.count({ where: { scheduleId, personId: id, to: { gt: new Date(now) } } });
  if (ahead < mostOverrides) return null;
  return refuse('too-many', `${name} has ${mostOverrides} overrides in this schedule. Take some back first.`);
}
