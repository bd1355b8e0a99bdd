import { z } from 'zod';
import { MINUTE, plus } from '../../instant';
import { isRefusal, refuse } from '../../refusal';
import { assignable, defineAct, idSchema } from '../act';
import { boxMinutesSchema } from './assign-task';
import { openTask } from './open-task';

export const reassignTask = defineAct({
  name: 'reassign-task',
  input: z.object({ id: idSchema, to: idSchema, boxMinutes: boxMinutesSchema, from: idSchema.optional() }),
  mentions: ({ to }) => ({ people: [to] }),
  decide: (incident, input, context) => {
    const task = openTask(incident, input.id);
    if (isRefusal(task)) return task;
    if (input.from && input.from !== task.assignee.id) {
      return refuse('changed-meanwhile', `Somebody gave it to ${task.assignee.name} meanwhile.`);
    }
    const to = assignable(incident, input.to, context);
    if (isRefusal(to)) return to;
    if (to.id === task.assignee.id) return refuse('conflict', `${to.name} has it already.`);
    const { id, title, assignee: from } = task;
    const dueAt = plus(context.now, input.boxMinutes * MINUTE);
    return [{ kind: 'task.reassigned', data: { id, title, from, to, boxMinutes: input.boxMinutes, dueAt } }];
  },
});
