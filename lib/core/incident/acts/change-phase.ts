import { z } from 'zod';
import { between } from '../../instant';
import { refuse } from '../../refusal';
import { withinSentence } from '../../text';
import { defineAct, optionalReason } from '../act';
import { atWork, blindAtWork } from '../at-work';
import { type Incident } from '../incident';
import { type Phase, isReopening, moves, phases, reopenWindowMs } from '../phases';

export const phaseSchema = z.enum(phases);

/** Ids of those who come back to their roles and work when this move reopens a private incident. */
export function broughtBack(incident: Incident, to: Phase): string[] {
  if (!incident.private || !isReopening(incident.phase, to)) return [];
  return atWork({ ...incident, phase: to }).map(({ person }) => person.id);
}

/** `from` is the phase its author saw: another one by now means somebody was quicker. */
export const changePhase = defineAct({
  name: 'change-phase',
  input: z.object({ to: phaseSchema, from: phaseSchema.optional(), reason: optionalReason }),
  afterEnd: true,
  mentions: ({ to }, incident) => ({ people: broughtBack(incident, to) }),
  decide: (incident, { to, from, reason }, { now, people }) => {
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
    // Whoever is deactivated sees nothing in any case, and could not be named.
    const blind = isReopening(phase, to)
      ? blindAtWork({ ...incident, phase: to }, people).find(({ person }) => people.get(person.id)?.active)
      : undefined;
    if (blind) {
      const what = blind.role ? `is ${withinSentence(blind.role)}` : 'has work';
      return refuse('conflict', `${blind.person.name} ${what} here and cannot see it any more. Name them first.`);
    }
    return [{ kind: 'phase.changed', data: { from: phase, to, reason } }];
  },
});
