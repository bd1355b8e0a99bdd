import { type Instant } from '../../instant';
import { type Refusal, refuse } from '../../refusal';
import { type Decision, type Incident } from '../incident';

/** The decision, if its window is still open. */
export function openDecision(incident: Incident, id: string, now: Instant): Decision | Refusal {
  const decision = incident.decisions.find((each) => each.id === id);
  if (!decision) return refuse('not-found', 'There is no such decision.');
  if (decision.state !== 'proposed') {
    return refuse(
      'changed-meanwhile',
      `This decision is ${decision.state} already. Say it as an event, or propose another.`,
    );
  }
  if (decision.closesAt <= now) {
    return refuse('expired', 'The window for objections is over. Say it as an event, or propose another.');
  }
  return decision;
}
