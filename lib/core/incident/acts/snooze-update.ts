import { z } from 'zod';
import { refuse } from '../../refusal';
import { defineAct, sentence } from '../act';
import { longestSnoozeMinutes, snoozedUntil } from '../cadence';

/** Once for each owed update, by at most 15 minutes, and only by a person who says why. */
export const snoozeUpdate = defineAct({
  name: 'snooze-update',
  input: z.object({ minutes: z.number().int().min(1).max(longestSnoozeMinutes), reason: sentence(500) }),
  peopleOnly: true,
  decide: ({ cadence }, { minutes, reason }, { now }) => {
    if (cadence.dueAt === null) return refuse('illegal-move', 'No update is owed.');
    if (cadence.snoozed)
      return refuse('illegal-move', 'This update was snoozed once already. Post it, even if nothing changed.');
    const until = snoozedUntil(cadence, now, minutes);
    return [{ kind: 'cadence.snoozed', data: { from: cadence.dueAt, until, reason } }];
  },
});
