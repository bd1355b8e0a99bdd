'use client';

import { TargetMark } from '@/components/escalation/target-mark';
import { Combobox } from '@/components/ui/combobox';
import { type Contact, contactKey } from '@/lib/core/catalog/contact';

export type ContactChoice = Pick<Contact, 'kind' | 'id' | 'name'>;

type ContactFieldProps = {
  name: string;
  label: string;
  hint?: string;
  value: ContactChoice | null;
  choices: readonly ContactChoice[];
  error: string | null;
};

/** One person, schedule or team to ask, or nobody. */
export function ContactField({ name, label, hint, value, choices, error }: ContactFieldProps) {
  // Somebody deactivated stays the contact until another is chosen.
  const known = choices.some((choice) => value && contactKey(choice) === contactKey(value));
  const all = value && !known ? [value, ...choices] : choices;
  return (
    <Combobox
      name={name}
      label={label}
      hint={hint}
      optional
      placeholder="Nobody"
      defaultValue={value ? contactKey(value) : ''}
      options={[
        { value: '', label: 'Nobody' },
        ...all.map((each) => ({
          value: contactKey(each),
          label: each.name,
          hint: each.kind,
          lead: <TargetMark kind={each.kind} />,
        })),
      ]}
      error={error}
      className="min-w-60 flex-1"
    />
  );
}
