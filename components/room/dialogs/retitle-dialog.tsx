'use client';

import { useState } from 'react';
import { useRoom } from '@/components/live/room-context';
import { textOf } from '@/components/submit/text-of';
import { TextArea, TextField } from '@/components/ui/field';
import { ActDialog, wrong } from '../act-dialog';
import { useActing } from '../use-acting';

export default function RetitleDialog() {
  const { incident } = useRoom();
  const acting = useActing();
  const [from] = useState(incident.title);
  const [summaryFrom] = useState(incident.summary);
  const blocked = () => {
    if (from !== incident.title) return `Somebody called it “${incident.title}” meanwhile.`;
    return summaryFrom === incident.summary ? null : 'Somebody changed the summary meanwhile.';
  };
  return (
    <ActDialog
      title="Rename the incident"
      submit="Save"
      acting={acting}
      blocked={blocked()}
      onSubmit={(form) =>
        acting.run(
          'retitle',
          { title: textOf(form, 'title'), summary: textOf(form, 'summary'), from, summaryFrom },
          'Renamed',
        )
      }
    >
      <TextField name="title" label="Title" defaultValue={from} maxLength={200} error={wrong(acting, 'title')} />
      <TextArea
        name="summary"
        label="Summary"
        optional
        defaultValue={summaryFrom ?? ''}
        maxLength={5_000}
        error={wrong(acting, 'summary')}
      />
    </ActDialog>
  );
}
