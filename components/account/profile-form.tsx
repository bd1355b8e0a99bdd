'use client';

import { Combobox } from '../ui/combobox';
import { FormError, SelectField, TextField } from '../ui/field';
import { type Language, languageNames } from '@/lib/core/language/language';
import { SubmitButton } from '../ui/submit-button';
import { type Act, useAct } from '../people/use-act';

type ProfileFormProps = {
  name: string;
  timeZone: string | null;
  language: Language | null;
  save: Act<[form: FormData]>;
};

/** What people call you, the zone you read times in, and the language of what reaches you outside the app. */
export function ProfileForm({ name, timeZone, language, save }: ProfileFormProps) {
  const { form, pending, refusal, run } = useAct();
  const zones = [
    { value: '', label: 'As this device says' },
    // Some browsers leave UTC out.
    { value: 'UTC', label: 'UTC' },
    ...Intl.supportedValuesOf('timeZone')
      .filter((zone) => zone !== 'UTC')
      .map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') })),
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
        hint="Choose one, and messages outside the app show your time too."
        error={refusal?.fields?.timeZone}
      />
      <SelectField
        label="Language of messages"
        name="language"
        hint="What reaches you outside the app. Its screens are in English."
        defaultValue={language ?? ''}
        error={refusal?.fields?.language}
      >
        <option value="">As this installation says</option>
        {Object.entries(languageNames).map(([value, label]) => (
          <option key={value} value={value} lang={value}>
            {label}
          </option>
        ))}
      </SelectField>
      <SubmitButton pending={pending} className="self-start">
        Save
      </SubmitButton>
    </form>
  );
}
