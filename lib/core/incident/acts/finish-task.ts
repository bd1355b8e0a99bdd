import { z } from 'zod';
import { isRefusal } from '../../refusal';
import { defineAct, idSchema, sentence } from '../act';
import { openTask } from './open-task';

export const finishTask = defineAct({
  name: 'finish-task',
  input: z.object({ id: idSchema, result: sentence(2_000) }),
  decide: (incident, { id, result }) => {
    const task = openTask(incident, id);
    if (isRefusal(task)) return task;
    return [{ kind: 'task.done', data: { id, title: task.title, result } }];
  },
});
