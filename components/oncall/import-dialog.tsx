'use client';

import { CalendarArrowUp } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useSubmit } from '@/components/submit/use-submit';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { FieldShell, FormError, fieldAria } from '@/components/ui/field';
import { PeoplePicker } from '@/components/ui/people-picker';
import { SubmitFooter } from '@/components/ui/submit-footer';
import { toast } from '@/components/ui/toast';
import { type Refusal, refuse } from '@/lib/core/refusal';

const largest = 1_048_576;

type ImportDialogProps = {
  title: string;
  words: string;
  /** Whose time off it may be; nobody is asked for holidays, or where there is but one. */
  people?: readonly { id: string; name: string }[];
  me?: string;
  save: (form: FormData) => Promise<{ count: number; name: string } | Refusal>;
};

/** Takes an iCalendar file in, behind a button. */
export function ImportDialog(props: ImportDialogProps) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      trigger={
        <Button size="sm" icon={<CalendarArrowUp />}>
          {props.title}
        </Button>
      }
      open={open}
      onOpenChange={setOpen}
      title={props.title}
      description={props.words}
    >
      <ImportForm {...props} close={() => setOpen(false)} />
    </Dialog>
  );
}

function ImportForm({ people = [], me, save, close }: ImportDialogProps & { close: () => void }) {
  const router = useRouter();
  const within = (form: FormData) => {
    const file = form.get('file');
    const tooLarge = file instanceof File && file.size > largest;
    // The server would cut the connection before it could say so.
    const message = 'This file is larger than 1 MB.';
    return tooLarge ? Promise.resolve(refuse('too-large', message, { file: message })) : save(form);
  };
  const { form, onSubmit, pending, refusal, errorOf } = useSubmit(within, ({ count }) => {
    toast.done(count === 1 ? 'One time imported' : `${count.toLocaleString('en')} times imported`);
    close();
    router.refresh();
  });
  const error = errorOf('file');
  const id = 'calendar-file';
  return (
    <form ref={form} onSubmit={onSubmit} className="flex flex-col gap-4">
      {refusal && !refusal.fields && <FormError>{refusal.message}</FormError>}
      {people.length > 1 && <PeoplePicker name="person" label="Who is away" people={people} defaultValue={me} />}
      <FieldShell id={id} label="Calendar file" hint="iCalendar (.ics), up to 1 MB" error={error}>
        <input
          {...fieldAria(id, { hint: 'shown', error })}
          type="file"
          name="file"
          accept=".ics,text/calendar"
          required
          className="well w-full px-2.5 py-2 text-ink file:mr-3 file:rounded-sm file:border file:border-edge file:bg-surface file:px-2 file:py-1 file:text-ink"
        />
      </FieldShell>
      <SubmitFooter verb="Import" pending={pending} onCancel={close} />
    </form>
  );
}
