import { z } from 'zod';
import { MINUTE, plus } from '../../instant';
import { isRefusal, refuse } from '../../refusal';
import { assignable, defineAct, idSchema, line } from '../act';

export const boxMinutesSchema = z.number().int().min(1, 'At least a minute.').max(1_440, 'At most a day.');

/** Most tasks an incident may have open at once, and ever: the state is read whole. */
const mostOpenTasks = 200;
const mostTasks = 500;

/** A task has a name, a person and a time box, or it does not exist. */
export const assignTask = defineAct({
  name: 'assign-task',
  input: z.object({ title: line(300), assignee: idSchema, boxMinutes: boxMinutesSchema }),
  mentions: ({ assignee }) => ({ people: [assignee] }),
  decide: (incident, { title, boxMinutes, ...input }, context) => {
    const assignee = assignable(incident, input.assignee, context);
    if (isRefusal(assignee)) return assignee;
    if (incident.tasks.filter(({ endedAt }) => endedAt === null).length >= mostOpenTasks) {
      return refuse('too-many', `${mostOpenTasks} tasks are open. Finish some first.`);
    }
    if (incident.tasks.length >= mostTasks) {
      return refuse('too-many', `${mostTasks} tasks were given. Declare what is left as an incident of its own.`);
    }
    const dueAt = plus(context.now, boxMinutes * MINUTE);
    return [{ kind: 'task.assigned', data: { id: context.id, title, assignee, boxMinutes, dueAt } }];
  },
});
