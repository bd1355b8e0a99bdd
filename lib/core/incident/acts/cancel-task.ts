import { z } from 'zod';
import { isRefusal } from '../../refusal';
import { defineAct, idSchema, optionalReason } from '../act';
import { openTask } from './open-task';

export const cancelTask = defineAct({
  name: 'cancel-task',
  input: z.object({ id: idSchema, reason: optionalReason }),
  decide: (incident, { id, reason }) => {
    const task = openTask(incident, id);
    if (isRefusal(task)) return task;
    return [{ kind: 'task.cancelled', data: { id, title: task.title, assignee: task.assignee, reason } }];
  },
});
