import { z } from 'zod';
import { type FourFields } from '../incident';
import { type NewIncidentFact } from '../../facts';
import { refuse } from '../../refusal';
import { severitySchema } from '../../severity/policy';
import { type ActContext, defineAct, inTurn, instantSchema, optionalReason, sentence } from '../act';
import { type Incident } from '../incident';
import { isOpen } from '../phases';
import { broughtBack, changePhase, phaseSchema } from './change-phase';
import { changeSeverity } from './change-severity';

export const estimateSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('at'), at: instantSchema }),
  z.object({ kind: z.literal('unknown'), nextAt: instantSchema.nullable().default(null) }),
]);

/** The four fields; `seen` is the seq of the latest update its author had read (0 for none). */
const postUpdateInput = z.object({
  status: sentence(2_000),
  actions: sentence(2_000),
  next: sentence(2_000),
  estimate: estimateSchema,
  seen: z.number().int().min(0).optional(),
  phase: phaseSchema.optional(),
  severity: severitySchema.optional(),
  reason: optionalReason,
});

export const postUpdate = defineAct({
  name: 'post-update',
  input: postUpdateInput,
  afterEnd: true,
  mentions: ({ phase }, incident) => ({ people: phase ? broughtBack(incident, phase) : [] }),
  decide: (incident, { phase, severity, reason, seen, ...fields }, context) => {
    if (seen !== undefined && seen !== (incident.update?.seq ?? 0)) {
      const by = incident.update?.by.name ?? 'Somebody';
      return refuse(
        'changed-meanwhile',
        `${by} posted an update while you were writing. Yours is kept: read theirs, then post.`,
      );
    }
    if (severity && severity !== incident.severity && !isOpen(incident.phase)) {
      return refuse(
        'illegal-move',
        `INC-${incident.number} is ${incident.phase}: its severity stands. Reopen it first.`,
      );
    }
    return inTurn(incident, context, [
      (now) => [updatePosted(now, fields, context, { noChange: false, hypothesis: null })],
      (now) => {
        const settles = isOpen(now.phase) && now.severityUnsure;
        return severity && (settles || severity !== now.severity)
          ? changeSeverity.decide(now, { to: severity, reason }, context)
          : [];
      },
      (now) => (phase && phase !== now.phase ? changePhase.decide(now, { to: phase, reason }, context) : []),
    ]);
  },
});

/** The fact of an update; one by a person answers the deadline, one by a token does not. */
export function updatePosted(
  incident: Incident,
  { status, actions, next, estimate }: FourFields,
  { actor, now }: ActContext,
  extra: { noChange: boolean; hypothesis: string | null },
): NewIncidentFact {
  const human = actor.kind === 'person';
  const { dueAt } = incident.cadence;
  const onTime = human && dueAt !== null ? now <= dueAt : null;
  return { kind: 'update.posted', data: { status, actions, next, estimate, ...extra, human, dueAt, onTime } };
}
