import { z } from 'zod';
import { between } from '../../instant';
import { refuse } from '../../refusal';
import { defineAct, optionalReason } from '../act';
import { isReopening, moves, phases, reopenWindowMs } from '../phases';

export const phaseSchema = z.enum(phases);

/** `from` is the phase its author saw: another one by now means somebody was quicker. */
export const changePhase = defineAct({
  name: 'change-phase',
  input: z.object({ to: phaseSchema, from: phaseSchema.optional(), reason: optionalReason }),
  afterEnd: true,
  decide: (incident, { to, from, reason }, { now }) => {
    const { phase } = incident;
    if (from && from !== phase) return refuse('changed-meanwhile', `Somebody moved it to ${phase} meanwhile.`);
    if (to === phase) return refuse('illegal-move', `It is ${phase} already.`);
    const move = moves[phase][to];
    if (!move) return refuse('illegal-move', `An incident cannot go from ${phase} to ${to}.`);
    if (isReopening(phase, to) && incident.endedAt && between(incident.endedAt, now) > reopenWindowMs) {
      return refuse('expired', 'It ended more than 7 days ago. Declare a new incident and link this one.');
    }
    if (move === 'reason' && !reason) {
      const what = to === 'cancelled' ? 'cancelling' : 'reopening';
      return refuse('needs-reason', `Say why: ${what} needs a reason.`, { reason: `Say why you are ${what} it.` });
    }
    return [{ kind: 'phase.changed', data: { from: phase, to, reason } }];
  },
});
