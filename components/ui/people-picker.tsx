'use client';

import { Avatar } from './avatar';
import { Combobox, type ComboboxProps } from './combobox';

type PeoplePickerProps = Omit<ComboboxProps, 'options'> & {
  people: readonly { id: string; name: string; hint?: string }[];
};

/** One person. Sends `name=id` with its form. */
export function PeoplePicker({ people, placeholder = 'Choose a person', ...rest }: PeoplePickerProps) {
  const options = people.map((person) => ({
    value: person.id,
    label: person.name,
    hint: person.hint,
    lead: <Avatar id={person.id} name={person.name} size={20} silent />,
  }));
  return <Combobox {...rest} options={options} placeholder={placeholder} />;
}
