// What the API answers about incidents and their facts.
import { z } from 'zod';
import { phaseSchema } from '@/lib/core/incident/acts/change-phase';
import { severitySchema } from '@/lib/core/severity/policy';
import { vendorWays } from '@/lib/core/vendor/vendor-case';
import { pageSchema } from './paging-schemas';
import { actorSchema, instant, named, role } from './schema-parts';

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

export const vendorCaseSchema = z
  .object({
    vendor: named,
    by: actorSchema.describe('Who contacted them last.'),
    way: z.enum(vendorWays),
    ticket: z.string().nullable(),
    state: z.enum(['waiting', 'answered', 'given-up']),
    contactedAt: instant,
    chaseMinutes: z.number().int().nullable(),
    chaseAt: instant.nullable().describe('When they are to be asked again, unless they answer.'),
    chases: z.number().int().describe('How often that moment came since the last word.'),
    answer: z.object({ text: z.string(), at: instant }).nullable(),
  })
  .meta({ id: 'VendorCase' });

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
    vendors: z.array(vendorCaseSchema),
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
