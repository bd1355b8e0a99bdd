// What the API answers about paging: pages, escalation policies, and what would happen.
import { z } from 'zod';
import { endings } from '@/lib/core/escalation/escalation-policy';
import { channelNames } from '@/lib/core/notification/channels';
import { severitySchema } from '@/lib/core/severity/policy';
import { pagedGroups } from '@/lib/core/severity/severity';
import { actorSchema, instant, named } from './schema-parts';

export const targetSchema = z
  .object({
    kind: z.enum(['person', 'schedule', 'team', 'vendor', 'administrators', 'everyone']),
    id: z.string(),
    name: z.string(),
  })
  .meta({ id: 'Target' });

const endingSchema = z
  .enum(endings)
  .describe(
    'What happens when nobody acknowledged by the end. Owners are administrators and the leads of the teams that own the services.',
  );

export const pageSchema = z
  .object({
    id: z.string(),
    about: z.string(),
    by: actorSchema,
    policy: named.nullable().describe('The escalation policy it follows; null when somebody named whom to page.'),
    steps: z.array(z.object({ targets: z.array(targetSchema), waitMinutes: z.number().int() })),
    repeats: z.number().int(),
    ending: endingSchema.optional(),
    state: z.enum(['calling', 'unanswered', 'acknowledged', 'ended']),
    startedAt: instant,
    round: z.number().int().describe('With `step`, what is called at `nextAt`; both count from 0.'),
    step: z.number().int(),
    nextAt: instant.nullable().describe('When the next step is called; null when none is.'),
    called: z.array(
      z.object({
        person: named,
        round: z.number().int(),
        step: z.number().int(),
        at: instant,
        answer: z.enum(['acknowledged', 'declined', 'excused']).nullable(),
      }),
    ),
    acknowledgedBy: named.nullable(),
    acknowledgedAt: instant.nullable(),
    silentMinutes: z.number().int().nullable(),
    silentAt: instant.nullable().describe('When it begins anew, unless its acknowledger is heard of before.'),
    offeredOn: z.array(named).describe('Who is on call now that its acknowledger is off shift, and may take it over.'),
  })
  .meta({ id: 'Page' });

export const escalationPolicySchema = z
  .object({
    id: z.string(),
    name: z.string(),
    steps: z.array(
      z.object({
        targets: z.array(targetSchema),
        waitMinutes: z.number().int().describe('Minutes until the next step, unless somebody acknowledges.'),
      }),
    ),
    repeats: z.number().int().describe('How often it begins again after its last step.'),
    ending: endingSchema,
    services: z.array(named).describe('The services that page by it.'),
    basis: z.number().int().describe('Send it with a change: if somebody was quicker, yours is refused.'),
  })
  .meta({ id: 'EscalationPolicy' });

const outcomeSchema = z.enum(['called', 'skipped', 'unanswered']);

export const preflightSchema = z
  .object({
    service: named,
    severity: severitySchema,
    at: instant,
    paged: z.enum(pagedGroups),
    covered: z.boolean().describe('False where administrators stand in for a missing escalation policy.'),
    plans: z.array(
      z.object({
        policy: named,
        steps: z.array(
          z.object({
            minutes: z.number().describe('After the beginning.'),
            at: instant,
            step: z.number().int().describe('Counted from 0.'),
            round: z.number().int().describe('Counted from 0.'),
            outcome: outcomeSchema,
            people: z.array(named),
            vendors: z.array(named).describe('Vendors that are written to; they cannot acknowledge.'),
            vacant: z.array(z.string()).describe('Targets that stand for nobody at that moment.'),
            ending: endingSchema.optional(),
          }),
        ),
      }),
    ),
    reach: z
      .record(z.string(), z.array(z.object({ channel: z.enum(channelNames), shown: z.string(), minutes: z.number() })))
      .describe('By person: the ways out of the app, with minutes after they were paged.'),
  })
  .meta({ id: 'Preflight' });

const says = z.string().describe('The same in words.');
const gapOf = { service: named, severities: z.array(severitySchema), policy: named, says };

export const gapsSchema = z
  .object({
    from: instant,
    to: instant,
    out: z
      .object({ since: instant, silence: z.enum(['timers', 'pages', 'database']), says })
      .nullable()
      .describe('While pages may not reach anybody: since when, and what has fallen silent.'),
    gaps: z.array(
      z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('no-policy'), ...gapOf }),
        z.object({
          kind: z
            .enum(['empty', 'again', 'vendors'])
            .describe(
              'The step stands for nobody, pages only whom an earlier step paged, or writes to vendors alone, so that nobody here is asked to answer.',
            ),
          ...gapOf,
          step: z.number().int().describe('Counted from 0.'),
          targets: z.array(z.string()),
          people: z.array(named),
          periods: z.array(z.object({ from: instant, to: instant })),
        }),
      ]),
    ),
    away: z
      .array(z.object({ schedule: named, person: named, from: instant, to: instant, says }))
      .describe('Who is on call while they are away.'),
    unreached: z
      .array(z.object({ person: named, services: z.array(named), says }))
      .describe('Who would be paged and has no verified contact method.'),
    twice: z
      .array(
        z.object({
          policy: named,
          people: z.array(named),
          steps: z.tuple([z.number().int(), z.number().int()]).describe('Counted from 0.'),
          services: z.array(named),
          periods: z.array(z.object({ from: instant, to: instant })),
          says,
        }),
      )
      .describe('Who would be paged in two steps of one round although somebody new is too: no gap.'),
    clockChanges: z.array(
      z.object({
        schedule: named,
        zone: z.string(),
        at: instant,
        byMinutes: z.number().describe('Positive when the clocks go forward.'),
        shift: z.object({ person: named, minutes: z.number().nullable() }).nullable(),
        moved: z.array(z.string()).describe('Times of day at which duty changes and which are skipped or come twice.'),
        says,
      }),
    ),
  })
  .meta({ id: 'Gaps' });
