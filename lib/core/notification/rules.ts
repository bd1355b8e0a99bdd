import { z } from 'zod';
import { isTimeZone } from '../access/person-input';
import { idSchema } from '../incident/act';

const wallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/u, 'Use a time such as 22:00.');

const quietHours = z
  .object({
    from: wallTime,
    until: wallTime,
    timeZone: z.string().max(64).refine(isTimeZone, 'This is not a time zone.'),
  })
  .refine(({ from, until }) => from !== until, { path: ['until'], message: 'Choose another end: these are no hours.' });

/** Local wall times of the named zone. */
export type QuietHours = z.infer<typeof quietHours>;

/** Minutes that a page may at most wait for its next way out: longer than any step of a policy makes no sense. */
const mostMinutes = 30;

/**
 * How a person wants to be told. `page`: which method after how many minutes; null for the usual (push and mail at once, SMS after 1
 * minute, voice after 3). `news`: by which methods; null for the usual (e-mail, else push). `quiet`: hours that hold news back.
 * Nothing holds a page back.
 */
export const notificationRulesInput = z.object({
  page: z
    .array(
      z.object({
        method: idSchema,
        afterMinutes: z
          .number('Say how many minutes.')
          .int('Use whole minutes.')
          .min(0, 'Use 0 or more.')
          .max(mostMinutes, `Use ${mostMinutes} minutes at most.`),
      }),
    )
    .min(1, 'Choose at least one way for pages.')
    .max(20, 'Choose at most 20.')
    .nullable(),
  news: z.array(idSchema).max(20, 'Choose at most 20.').nullable(),
  quiet: quietHours.nullable(),
});

export type NotificationRules = z.infer<typeof notificationRulesInput>;

export const usualRules: NotificationRules = { page: null, news: null, quiet: null };
