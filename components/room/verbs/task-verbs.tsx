'use client';

import { Verb } from '@/components/keys/verb';
import { useRoom } from '@/components/live/room-context';
import { useAsk } from '../ask';
import { stepsOf, type TaskStep } from '../task-steps';
import { whyNot } from '../why-not';

const words: Record<TaskStep, string> = {
  understood: 'Read back',
  done: 'Finish',
  extend: 'Give more time to',
  reassign: 'Pass on',
  cancel: 'Cancel',
};

/** Every next step of every open task; mine first. */
export function TaskVerbs() {
  const room = useRoom();
  const { incident, me } = room;
  const { ask } = useAsk();
  if (whyNot(room).open !== null) return null;
  const open = incident.tasks.filter(({ endedAt }) => endedAt === null);
  const mine = open.filter(({ assignee }) => assignee.id === me.id);
  const others = open.filter(({ assignee }) => assignee.id !== me.id);
  return [...mine, ...others].flatMap((task) =>
    stepsOf(task, me.id).map((step) => (
      <Verb
        key={`${task.id} ${step}`}
        label={`${words[step]} “${task.title}”${task.assignee.id === me.id ? '' : ` (${task.assignee.name})`}`}
        group="Tasks and decisions"
        run={() => ask({ kind: 'task-detail', id: task.id, step })}
      />
    )),
  );
}
