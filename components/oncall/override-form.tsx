'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { freshKey } from '@/components/live/send-act';
import { useSubmit } from '@/components/submit/use-submit';
import { DateTimeField, FormError, TextField } from '@/components/ui/field';
import { PeoplePicker } from '@/components/ui/people-picker';
import { SubmitFooter } from '@/components/ui/submit-footer';
import { toast } from '@/components/ui/toast';
import type { Refusal } from '@/lib/core/refusal';
import { zoneWords } from './wall-words';

export type OverrideFormProps = {
  /** What the dialog around it says. */
  words: string;
  zone: string;
  /** Who may be put on call; the only one is oneself for whoever is no administrator. */
  people: readonly { id: string; name: string; hint: string }[];
  me: string;
  /** Times on the wall in `zone`. */
  from: string;
  to: string;
  save: (form: FormData) => Promise<{ id: string; name: string } | Refusal>;
  close: () => void;
};

/** Puts a person on call for a while, whoever the layers name. */
export function OverrideForm({ zone, people, me, from, to, save, close }: OverrideFormProps) {
  const router = useRouter();
  const [requestKey] = useState(freshKey);
  const { form, onSubmit, pending, refusal, errorOf } = useSubmit(save, ({ name }) => {
    toast.done(`${name} is on call then`);
    close();
    router.refresh();
  });
  const [only] = people;
  return (
    <form ref={form} onSubmit={onSubmit} className="flex flex-col gap-4">
      <input type="hidden" name="requestKey" value={requestKey} />
      <input type="hidden" name="zone" value={zone} />
      {refusal && Object.keys(refusal.fields ?? {}).length === 0 && <FormError>{refusal.message}</FormError>}
      {people.length === 1 && only ? (
        <p>
          <input type="hidden" name="person" value={only.id} />
          {only.id === me ? 'You take this over.' : `${only.name} takes this over.`}
        </p>
      ) : (
        <PeoplePicker name="person" label="Who" people={people} defaultValue={me} error={errorOf('person')} />
      )}
      <div className="grid gap-4 md:grid-cols-2">
        <DateTimeField name="from" label="From" defaultValue={from} required error={errorOf('from')} />
        <DateTimeField name="to" label="Until" defaultValue={to} required error={errorOf('to')} />
      </div>
      <p className="-mt-2 text-xs text-muted">Times in {zoneWords(zone)}, the zone of the schedule.</p>
      <TextField
        name="reason"
        label="Why"
        optional
        maxLength={200}
        autoComplete="off"
        error={errorOf('reason')}
        placeholder="Holiday, training, a swap"
      />
      <SubmitFooter verb="Put on call" pending={pending} onCancel={close} />
    </form>
  );
}
