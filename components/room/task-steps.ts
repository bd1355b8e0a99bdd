import { type Task } from '@/lib/core/incident/incident';

export type TaskStep = 'understood' | 'done' | 'extend' | 'reassign' | 'cancel';

export const stepVerbs: Record<TaskStep, string> = {
  understood: 'Read back',
  done: 'Done',
  extend: 'More time',
  reassign: 'Pass on',
  cancel: 'Cancel it',
};

/** What can be done next with a task that has not ended; only whoever is asked reads it back. */
export function stepsOf({ assignee, state }: Task, me: string): TaskStep[] {
  const toRead = assignee.id === me && state === 'given';
  return [...(toRead ? (['understood'] as const) : []), 'done', 'extend', 'reassign', 'cancel'];
}
