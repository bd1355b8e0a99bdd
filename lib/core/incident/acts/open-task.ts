import { type Refusal, refuse } from '../../refusal';
import { type Incident, type Task } from '../incident';

/** The task, if it is still to be done. */
export function openTask(incident: Incident, id: string): Task | Refusal {
  const task = incident.tasks.find((each) => each.id === id);
  if (!task) return refuse('not-found', 'There is no such task.');
  if (task.endedAt !== null) return refuse('changed-meanwhile', `“${task.title}” is ${task.state} already.`);
  return task;
}
