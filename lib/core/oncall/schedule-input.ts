import { z } from 'zod';
import { isTimeZone } from '../access/person-input';
import { idSchema } from '../incident/act';
import { oneLine } from '../text';
import { isDay } from './wall-clock';

const name = (what: string) => z.string().overwrite(oneLine).trim().min(1, `${what} needs a name.`).max(80);
const zone = z.string().max(64).refine(isTimeZone, 'This is not a time zone.');
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/u, 'A time such as 09:00.');
const day = z
  .string()
  .regex(/^[12]\d{3}-\d\d-\d\d$/u, 'A day such as 2026-11-23.')
  .refine(isDay, 'There is no such day.');

/** Every hour: whoever is on call for less is called for nothing. */
const mostInADay = 24;

/** One layer; `id` is kept through changes, and empty for a new one. */
const layerInput = z
  .object({
    id: z.string().max(100).default(''),
    name: name('A layer'),
    timeZone: zone,
    startsOn: day,
    cycleDays: z.coerce.number().int().min(1, 'At least a day.').max(364, 'A year at most.'),
    handoffs: z
      .array(z.object({ day: z.coerce.number().int().min(0), time }))
      .min(1, 'Say when duty passes on.')
      .max(100)
      .transform((all) => [...all].sort((a, b) => a.day - b.day || (a.time < b.time ? -1 : 1))),
    people: z.array(idSchema).min(1, 'Say who takes turns.').max(100),
    hours: z
      .array(
        z.object({
          days: z.array(z.coerce.number().int().min(1).max(7)).min(1, 'On which days?').max(7),
          from: time,
          until: time,
        }),
      )
      .max(20)
      .default([]),
  })
  .superRefine(({ handoffs, cycleDays }, context) => {
    if (handoffs.some((handoff) => handoff.day >= cycleDays)) {
      context.addIssue({ code: 'custom', path: ['handoffs'], message: 'A handoff lies after the end of the cycle.' });
    }
    const onOneDay = handoffs.filter(({ day }, at) => handoffs[at - mostInADay]?.day === day);
    if (onOneDay.length > 0) {
      const message = `Duty passes on more than ${mostInADay} times a day.`;
      context.addIssue({ code: 'custom', path: ['handoffs'], message });
    }
    const moments = new Set(handoffs.map((handoff) => `${handoff.day} ${handoff.time}`));
    if (moments.size < handoffs.length) {
      context.addIssue({ code: 'custom', path: ['handoffs'], message: 'Two handoffs are at the same moment.' });
    }
  });

/** A schedule as it is written down. Its layers govern from the moment it is saved. */
export const scheduleInput = z.object({
  name: name('A schedule'),
  timeZone: zone,
  layers: z.array(layerInput).min(1, 'At least one layer.').max(10, 'Ten layers at most.'),
});
export type ScheduleInput = z.output<typeof scheduleInput>;
