import { z } from 'zod';
import { type PersonRef } from '@/lib/core/access/actor';
import { reminderChoices } from '@/lib/core/oncall/reminders';
import { type Refusal, isRefusal } from '@/lib/core/refusal';
import { actOnSelf } from './act-on-self';
import { type Caller, parse } from './caller';

const input = z.object({ minutes: z.literal(reminderChoices, 'Choose one of these.').nullable() });

/** Says how many minutes before a shift one is reminded of it; null for never. */
export async function changeShiftReminder(caller: Caller, draft: unknown): Promise<PersonRef | Refusal> {
  const parsed = parse(input, draft);
  if (isRefusal(parsed)) return parsed;
  const { minutes } = parsed.input;
  return actOnSelf(caller, { name: 'change-shift-reminder', minutes }, async ({ tx }, { id }) => {
    await tx.person.update({ where: { id }, data: { shiftReminder: minutes } });
    return [];
  });
}
