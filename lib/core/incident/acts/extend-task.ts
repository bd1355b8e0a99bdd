import { z } from 'zod';
import { MINUTE, plus } from '../../instant';
import { isRefusal } from '../../refusal';
import { defineAct, idSchema } from '../act';
import { boxMinutesSchema } from './assign-task';
import { openTask } from './open-task';

export const extendTask = defineAct({
  name: 'extend-task',
  input: z.object({ id: idSchema, boxMinutes: boxMinutesSchema }),
  decide: (incident, { id, boxMinutes }, { now }) => {
    const task = openTask(incident, id);
    if (isRefusal(task)) return task;
    return [
      { kind: 'task.extended', data: { id, title: task.title, boxMinutes, dueAt: plus(now, boxMinutes * MINUTE) } },
    ];
  },
});
