'use client';

import { Combobox } from '../ui/combobox';
import { FormError, TextField } from '../ui/field';
import { SubmitButton } from '../ui/submit-button';
import { type Act, useAct } from '../people/use-act';

type ProfileFormProps = { name: string; timeZone: string | null; save: Act<[form: FormData]> };

/** What people call you, and the zone you read times in. */
export function ProfileForm({ name, timeZone, save }: ProfileFormProps) {
  const { form, pending, refusal, run } = useAct();
  const zones = [
    { value: '', label: 'As this device says' },
    ...Intl.supportedValuesOf('timeZone').map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') })),
  ];
  return (
    <form
      ref={form}
      action={(filled) => run(() => save(filled), 'Saved')}
      className="flex max-w-[26rem] flex-col gap-4 pt-3"
    >
      <FormError>{refusal && !refusal.fields && refusal.message}</FormError>
      <TextField
        label="Name"
        name="name"
        autoComplete="name"
        defaultValue={name}
        hint="What was recorded before keeps the old name."
        error={refusal?.fields?.name}
      />
      <Combobox
        label="Time zone"
        name="timeZone"
        options={zones}
        defaultValue={timeZone ?? ''}
        error={refusal?.fields?.timeZone}
      />
      <SubmitButton pending={pending} className="self-start">
        Save
      </SubmitButton>
    </form>
  );
}
