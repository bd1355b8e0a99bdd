import { z } from 'zod';
import { mayAct, maySee, maySpeakOf } from '../access/may';
import { type NewIncidentFact } from '../facts';
import { type Refusal, refuse } from '../refusal';
import { type ActContext, countSchema, optionalReason } from './act';
import { type Incident } from './incident';
import { isOpen } from './phases';

export const mergeInput = z.object({ into: countSchema, reason: optionalReason });
export type MergeInput = z.output<typeof mergeInput>;

/** Most duplicates that one incident takes in: the state is read whole. */
const mostAbsorbed = 200;

/**
 * A duplicate ends in the incident that goes on; each keeps its own facts and says where the other is, and what it is called
 * if all who read that may know.
 */
export function decideMerge(
  duplicate: Incident,
  target: Incident,
  input: MergeInput,
  { actor }: ActContext,
): { duplicate: NewIncidentFact[]; target: NewIncidentFact[] } | Refusal {
  if (!maySee(actor, duplicate) || !maySee(actor, target)) return refuse('not-found', 'There is no such incident.');
  if (!mayAct(actor)) return refuse('not-allowed', 'Observers read everything and change nothing.');
  if (duplicate.number === target.number) return refuse('invalid', 'An incident cannot be merged into itself.');
  if (!isOpen(duplicate.phase)) return refuse('illegal-move', `INC-${duplicate.number} is ${duplicate.phase} already.`);
  if (!isOpen(target.phase)) return refuse('illegal-move', `INC-${target.number} is ${target.phase}. Reopen it first.`);
  if (duplicate.private && !target.private) {
    return refuse('conflict', 'A private incident cannot be merged into one that everyone sees.');
  }
  if (target.absorbed.length >= mostAbsorbed) {
    return refuse('too-many', `INC-${target.number} has taken in ${mostAbsorbed} duplicates. Cancel this one instead.`);
  }
  const into = { into: target.number, title: maySpeakOf(target, duplicate) ? target.title : null };
  const absorbed = { number: duplicate.number, title: maySpeakOf(duplicate, target) ? duplicate.title : null };
  return {
    duplicate: [{ kind: 'incident.merged', data: { ...into, reason: input.reason } }],
    target: [{ kind: 'incident.absorbed', data: absorbed }],
  };
}
