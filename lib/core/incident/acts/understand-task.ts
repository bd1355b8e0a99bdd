import { z } from 'zod';
import { isRefusal, refuse } from '../../refusal';
import { defineAct, idSchema, sentence } from '../act';
import { openTask } from './open-task';

/** The read-back: the assignee says in their own words what they will do. */
export const understandTask = defineAct({
  name: 'understand-task',
  input: z.object({ id: idSchema, readBack: sentence(1_000) }),
  peopleOnly: true,
  decide: (incident, { id, readBack }, { actor }) => {
    const task = openTask(incident, id);
    if (isRefusal(task)) return task;
    if (task.assignee.id !== actor.id) return refuse('not-allowed', `Only ${task.assignee.name} can read it back.`);
    if (task.state !== 'given') return refuse('illegal-move', 'It was read back already, or its time box ran out.');
    return [{ kind: 'task.understood', data: { id, title: task.title, readBack } }];
  },
});
