// What the API answers about schedules. Times are ISO 8601 in UTC; days and times on the wall are as the clocks of their zone show them.
import { z } from 'zod';
import { instant, named } from './schema-parts';

const span = { from: instant, to: instant };

export const scheduleSummarySchema = named
  .extend({
    timeZone: z.string().describe('IANA name of the zone of its calendar.'),
    onCall: named.nullable().describe('Who is on call now; null is a gap.'),
    until: instant.nullable().describe('Null when no change is in sight within four weeks.'),
    next: z.object({ person: named, from: instant }).nullable(),
    gaps: z.array(z.object(span)),
  })
  .meta({ id: 'ScheduleSummary' });

export const layerSchema = named
  .extend({
    timeZone: z.string(),
    startsOn: z.string().describe('First day of the first cycle, such as 2026-11-23.'),
    cycleDays: z.number().int(),
    handoffs: z
      .array(z.object({ day: z.number().int(), time: z.string() }))
      .describe('When in the cycle duty passes on; day 0 is the cycle’s first.'),
    people: z.array(named),
    hours: z
      .array(z.object({ days: z.array(z.number().int()), from: z.string(), until: z.string() }))
      .describe('Hours of the week, 1 is Monday; none means all.'),
  })
  .meta({ id: 'Layer' });

export const overrideSchema = z
  .object({ id: z.string(), person: named, ...span, reason: z.string() })
  .meta({ id: 'Override' });

export const scheduleSchema = named
  .extend({
    timeZone: z.string(),
    layers: z.array(layerSchema),
    overrides: z.array(overrideSchema).describe('Those that are not over yet.'),
    basis: z.number().int().describe('Send it with a change: if somebody was quicker, yours is refused.'),
  })
  .meta({ id: 'Schedule' });

export const dutySchema = z
  .object({
    ...span,
    person: named.nullable(),
    by: z.object({ kind: z.enum(['layer', 'override']), id: z.string() }).nullable(),
  })
  .meta({ id: 'Duty' });

export const fairnessSchema = z
  .object({
    ...span,
    gapHours: z.number().describe('Hours at which nobody was on call.'),
    people: z.array(
      z.object({
        person: named,
        hours: z.number(),
        nightHours: z.number(),
        weekendHours: z.number(),
        holidayHours: z.number(),
        shifts: z.number().int(),
      }),
    ),
  })
  .meta({ id: 'Fairness' });
