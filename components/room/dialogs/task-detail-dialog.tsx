'use client';

import { useState } from 'react';
import { useRoom } from '@/components/live/room-context';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { FormError } from '@/components/ui/field';
import { Countdown } from '@/components/ui/live-dial';
import { type Task } from '@/lib/core/incident/incident';
import { msOf } from '@/lib/core/instant';
import { useAsk } from '../ask';
import { stepsOf, stepVerbs, type TaskStep } from '../task-steps';
import { TaskStepForm } from './task-step-form';
import { whyNot } from '../why-not';

/** One task: who, until when, and the acts on it. It follows what others do to the task meanwhile. */
export default function TaskDetailDialog({ id, step }: { id: string; step?: TaskStep }) {
  const room = useRoom();
  const { close } = useAsk();
  const task = room.incident.tasks.find((each) => each.id === id);
  if (!task) return null;
  return (
    <Dialog open onOpenChange={(open) => !open && close()} title={task.title} description={<About task={task} />}>
      {task.endedAt !== null ? (
        <FormError>
          It is {task.state}
          {task.result ? `: ${task.result}` : '.'}
        </FormError>
      ) : (
        <Steps task={task} wanted={step} />
      )}
    </Dialog>
  );
}

function About({ task }: { task: Task }) {
  return (
    <>
      {task.assignee.name}, asked by {task.assigner.name}
      {task.endedAt === null && (
        <>
          {' · '}
          {task.state === 'back' ? (
            <Badge tone="overdue">time is up</Badge>
          ) : (
            <Countdown dueAt={msOf(task.dueAt)} className="text-ink" />
          )}
        </>
      )}
      {task.readBack && <span className="mt-1 block">Understood: {task.readBack}</span>}
    </>
  );
}

function Steps({ task, wanted }: { task: Task; wanted?: TaskStep }) {
  const room = useRoom();
  const [chosen, setChosen] = useState(wanted);
  const steps = stepsOf(task, room.me.id);
  const likely = steps[0] === 'understood' ? 'understood' : task.state === 'back' ? 'extend' : 'done';
  const step = chosen && steps.includes(chosen) ? chosen : likely;
  const blocked = whyNot(room).open;
  if (blocked) return <FormError>{blocked}</FormError>;
  return (
    <div className="flex flex-col gap-4">
      <TaskStepForm key={step} task={task} step={step} submit={stepVerbs[step]} />
      <div role="group" aria-label="Other acts" className="flex flex-wrap gap-1.5 border-t border-line pt-3">
        {steps
          .filter((each) => each !== step)
          .map((each) => (
            <Button key={each} size="sm" tone="plain" onClick={() => setChosen(each)}>
              {stepVerbs[each]}
            </Button>
          ))}
      </div>
    </div>
  );
}
