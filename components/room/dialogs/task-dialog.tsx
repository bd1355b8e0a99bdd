'use client';

import { useState } from 'react';
import { useRoom } from '@/components/live/room-context';
import { textOf } from '@/components/submit/text-of';
import { TextField } from '@/components/ui/field';
import { PeoplePicker } from '@/components/ui/people-picker';
import { ActDialog, wrong } from '../act-dialog';
import { useActing } from '../use-acting';
import { whyNot } from '../why-not';
import { BoxMinutes } from './box-minutes';
import { candidates } from './who';

/** A task has a name, a person and a time box, or it does not exist. */
export default function TaskDialog() {
  const room = useRoom();
  const acting = useActing();
  const [boxMinutes, setBoxMinutes] = useState(10);
  return (
    <ActDialog
      title="Assign a task"
      submit="Assign task"
      acting={acting}
      blocked={whyNot(room).open}
      onSubmit={(form) =>
        acting.run(
          'assign-task',
          { title: textOf(form, 'title'), assignee: textOf(form, 'assignee'), boxMinutes },
          'Task assigned',
        )
      }
    >
      <TextField
        name="title"
        label="What is to be done"
        placeholder="Roll back the last deployment"
        maxLength={300}
        autoComplete="off"
        error={wrong(acting, 'title')}
      />
      <PeoplePicker
        name="assignee"
        label="By whom"
        people={candidates(room)}
        error={wrong(acting, 'assignee') && 'Name a person: a task for nobody does not get done.'}
      />
      <BoxMinutes value={boxMinutes} onChange={setBoxMinutes} />
    </ActDialog>
  );
}
