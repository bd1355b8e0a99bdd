// What the API answers with. Times are ISO 8601 in UTC.
import { z } from 'zod';
import { personRoles } from '@/lib/core/access/actor';
import { phaseSchema } from '@/lib/core/incident/acts/change-phase';
import { channelNames } from '@/lib/core/notification/channels';
import { severityRulesSchema, severitySchema } from '@/lib/core/severity/policy';
import { pagedGroups } from '@/lib/core/severity/severity';

const instant = z.iso.datetime();
const named = z.object({ id: z.string(), name: z.string() });
const role = z.object({ key: z.string(), name: z.string() });

const actorSchema = z
  .object({ kind: z.enum(['person', 'token', 'system']), id: z.string(), name: z.string() })
  .meta({ id: 'Actor' });

export const estimateSchema = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('at'), at: instant }),
    z.object({ kind: z.literal('unknown'), nextAt: instant.nullable() }),
  ])
  .meta({ id: 'Estimate' });

export const taskSchema = z
  .object({
    id: z.string(),
    title: z.string(),
    assignee: named,
    assigner: actorSchema,
    state: z.enum(['given', 'understood', 'back', 'done', 'cancelled']),
    dueAt: instant,
    readBack: z.string().nullable(),
    result: z.string().nullable(),
    endedAt: instant.nullable(),
  })
  .meta({ id: 'Task' });

export const decisionSchema = z
  .object({
    id: z.string(),
    text: z.string(),
    by: actorSchema,
    proposedAt: instant,
    closesAt: instant.describe('Until then a strong objection can be raised.'),
    state: z.enum(['proposed', 'recorded', 'withdrawn']),
    objections: z.array(z.object({ by: actorSchema, reason: z.string() })),
  })
  .meta({ id: 'Decision' });

export const targetSchema = z
  .object({
    kind: z.enum(['person', 'schedule', 'team', 'administrators', 'everyone']),
    id: z.string(),
    name: z.string(),
  })
  .meta({ id: 'Target' });

export const pageSchema = z
  .object({
    id: z.string(),
    about: z.string(),
    by: actorSchema,
    policy: named.nullable().describe('The escalation policy it follows; null when somebody named whom to page.'),
    steps: z.array(z.object({ targets: z.array(targetSchema), waitMinutes: z.number().int() })),
    repeats: z.number().int(),
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
        answer: z.enum(['acknowledged', 'declined']).nullable(),
      }),
    ),
    acknowledgedBy: named.nullable(),
    acknowledgedAt: instant.nullable(),
    silentMinutes: z.number().int().nullable(),
    silentAt: instant.nullable().describe('When it begins anew, unless its acknowledger is heard of before.'),
  })
  .meta({ id: 'Page' });

const updateSchema = z
  .object({
    status: z.string(),
    actions: z.string(),
    next: z.string(),
    estimate: estimateSchema,
    seq: z.number().int(),
    at: instant,
    by: actorSchema,
    human: z.boolean().describe('False for one posted by a token, which never resets the cadence.'),
  })
  .meta({ id: 'Update' });

export const heldSchema = z.object({ role, holder: named, since: instant }).meta({ id: 'HeldRole' });

export const incidentSummarySchema = z
  .object({
    number: z.number().int(),
    url: z.url(),
    seq: z.number().int().describe('How many facts it has; grows by one with each.'),
    title: z.string(),
    severity: severitySchema,
    severityUnsure: z.boolean(),
    phase: phaseSchema,
    phaseSince: instant,
    open: z.boolean(),
    private: z.boolean(),
    services: z.array(named),
    commander: named.nullable(),
    startedAt: instant,
    declaredAt: instant,
    endedAt: instant.nullable(),
    updateDueAt: instant.nullable().describe('When the next update is owed.'),
    commandDueAt: instant.nullable().describe('When the command clock runs out; null once someone commands.'),
    paging: z
      .object({ state: z.enum(['calling', 'unanswered']), people: z.array(named) })
      .nullable()
      .describe('Who is being paged, or was and did not answer; null once every page is acknowledged or has ended.'),
    status: z.string().nullable().describe('The current status of the latest update.'),
  })
  .meta({ id: 'IncidentSummary' });

export const incidentSchema = incidentSummarySchema
  .omit({ status: true })
  .extend({
    summary: z.string().nullable(),
    declaredBy: actorSchema,
    visibleTo: z.array(named),
    mergedInto: z.number().int().nullable(),
    absorbed: z.array(z.number().int()),
    commandOverdueAt: instant.nullable(),
    commanderAwaySince: instant.nullable(),
    roles: z.array(heldSchema),
    handovers: z.array(
      z.object({
        id: z.string(),
        role,
        from: named,
        to: named,
        brief: z.string(),
        offeredAt: instant,
        expiresAt: instant,
      }),
    ),
    responders: z.array(named),
    subteams: z.array(z.object({ id: z.string(), name: z.string(), lead: named, members: z.array(named) })),
    pages: z.array(pageSchema),
    tasks: z.array(taskSchema),
    decisions: z.array(decisionSchema),
    update: updateSchema.nullable(),
    cadence: z.object({
      minutes: z.number().int().nullable().describe('Minutes between owed updates; null when none is owed.'),
      dueAt: instant.nullable(),
      onTime: z.number().int(),
      late: z.number().int(),
      onTimeShare: z.number().min(0).max(1).nullable(),
      longestSilenceMs: z.number().int(),
    }),
    pins: z.array(z.number().int()).describe('The seq of each pinned fact.'),
    policyVersion: z.number().int(),
  })
  .meta({ id: 'Incident' });

export const factSchema = z
  .object({
    stream: z.string().describe('`incident:42`'),
    seq: z.number().int().describe('Counts up from 1 without a gap within the stream.'),
    kind: z.string().describe('`noun.past-tense`, such as `update.posted` or `task.done`.'),
    data: z.record(z.string(), z.unknown()),
    actor: actorSchema,
    at: instant.describe('When it happened; earlier than `recordedAt` for what was added after the fact.'),
    recordedAt: instant,
  })
  .meta({ id: 'Fact' });

const outcome = {
  number: z.number().int(),
  url: z.url(),
  seq: z.number().int().describe('The seq that the incident has reached.'),
  facts: z.array(factSchema).describe('What became true, in order; empty when it was true already.'),
};
export const doneSchema = z.object(outcome).meta({ id: 'Done' });
export const createdSchema = z
  .object({ id: z.string().describe('The id of what was created.'), ...outcome })
  .meta({ id: 'Created' });

export const declaredSchema = incidentSchema.extend({ facts: z.array(factSchema) }).meta({ id: 'DeclaredIncident' });

export const serviceSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    tier: z.number().int().describe('1 is what the business stands on.'),
    description: z.string(),
    team: named.nullable(),
    policy: named.nullable().describe('The escalation policy by which it pages; null: administrators are paged.'),
    dependsOn: z.array(named),
    basis: z.number().int().describe('Send it with a change: if somebody was quicker, yours is refused.'),
  })
  .meta({ id: 'Service' });

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
            vacant: z.array(z.string()).describe('Targets that stand for nobody at that moment.'),
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
    gaps: z.array(
      z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('no-policy'), ...gapOf }),
        z.object({
          kind: z
            .enum(['empty', 'again', 'unreachable'])
            .describe(
              'The step stands for nobody, pages only whom an earlier step paged, or pages people in the app alone.',
            ),
          ...gapOf,
          step: z.number().int().describe('Counted from 0.'),
          targets: z.array(z.string()),
          people: z.array(named),
          periods: z.array(z.object({ from: instant, to: instant })),
        }),
      ]),
    ),
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

export const recordSchema = named.meta({ id: 'Record' });

export const teamSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    description: z.string(),
    members: z.array(named.extend({ lead: z.boolean() })),
  })
  .meta({ id: 'Team' });

export const personSchema = named.extend({ role: z.enum(personRoles), active: z.boolean() }).meta({ id: 'Person' });

export const roleKindSchema = role
  .extend({
    instructions: z.string(),
    builtIn: z.boolean(),
    owedAt: z.array(severitySchema).describe('The severities at which leaving it empty is a debt.'),
  })
  .meta({ id: 'RoleKind' });

export const policySchema = z
  .object({ version: z.number().int(), rules: severityRulesSchema })
  .meta({ id: 'SeverityPolicy' });

export const meSchema = z
  .object({
    kind: z.enum(['person', 'token', 'system']),
    id: z.string(),
    name: z.string(),
    role: z.enum(personRoles),
  })
  .meta({ id: 'Me' });
