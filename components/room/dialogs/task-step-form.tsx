'use client';

import { useState } from 'react';
import { useRoom } from '@/components/live/room-context';
import { textOf } from '@/components/submit/text-of';
import { useFaultFocus } from '@/components/submit/use-fault-focus';
import { Button } from '@/components/ui/button';
import { FormError, TextArea, TextField } from '@/components/ui/field';
import { PeoplePicker } from '@/components/ui/people-picker';
import { type Task } from '@/lib/core/incident/incident';
import { wrong } from '../act-dialog';
import { useAsk } from '../ask';
import { type TaskStep } from '../task-steps';
import { type Acting, useActing } from '../use-acting';
import { BoxMinutes } from './box-minutes';
import { candidates } from './who';

/** The one form of the step that is to be taken. */
export function TaskStepForm({ task, step, submit }: { task: Task; step: TaskStep; submit: string }) {
  const { close } = useAsk();
  const acting = useActing();
  const form = useFaultFocus(acting.refusal);
  const [boxMinutes, setBoxMinutes] = useState(10);
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void take(acting, task, step, boxMinutes, new FormData(event.currentTarget)).then((done) => done && close());
      }}
      className="flex flex-col gap-3"
    >
      <FormError>{!acting.refusal?.fields && acting.refusal?.message}</FormError>
      <StepFields task={task} step={step} acting={acting} boxMinutes={boxMinutes} onBox={setBoxMinutes} />
      <Button
        type="submit"
        tone={step === 'cancel' ? 'danger' : 'primary'}
        pending={acting.pending}
        className="self-start"
        hotkey={{ keys: 'mod+enter', label: submit, inDialog: true, typing: true, hidden: true }}
      >
        {submit}
      </Button>
    </form>
  );
}

function take(acting: Acting, { id, assignee }: Task, step: TaskStep, boxMinutes: number, form: FormData) {
  const text = textOf(form, 'text');
  switch (step) {
    case 'understood':
      return acting.run('understand-task', { id, readBack: text }, 'Read back');
    case 'done':
      return acting.run('finish-task', { id, result: text }, 'Task done');
    case 'extend':
      return acting.run('extend-task', { id, boxMinutes }, `${boxMinutes} more minutes`);
    case 'reassign':
      return acting.run('reassign-task', { id, to: textOf(form, 'to'), boxMinutes, from: assignee.id }, 'Passed on');
    case 'cancel':
      return acting.run('cancel-task', { id, reason: text || null }, 'Task cancelled');
    default:
      return step satisfies never;
  }
}

type StepFieldsProps = {
  task: Task;
  step: TaskStep;
  acting: Acting;
  boxMinutes: number;
  onBox: (minutes: number) => void;
};

function StepFields({ task, step, acting, boxMinutes, onBox }: StepFieldsProps) {
  const room = useRoom();
  switch (step) {
    case 'understood':
      return (
        <TextArea
          name="text"
          label="Say in your own words what you will do"
          maxLength={1_000}
          error={wrong(acting, 'readBack')}
        />
      );
    case 'done':
      return <TextArea name="text" label="What came of it" maxLength={2_000} error={wrong(acting, 'result')} />;
    case 'extend':
      return <BoxMinutes legend="How much more time" value={boxMinutes} onChange={onBox} />;
    case 'reassign':
      return (
        <>
          <PeoplePicker
            name="to"
            label="To whom"
            people={candidates(room).filter(({ id }) => id !== task.assignee.id)}
            error={wrong(acting, 'to') && 'Choose a person.'}
          />
          <BoxMinutes value={boxMinutes} onChange={onBox} />
        </>
      );
    case 'cancel':
      return <TextField name="text" label="Why" optional maxLength={1_000} error={wrong(acting, 'reason')} />;
    default:
      return step satisfies never;
  }
}
