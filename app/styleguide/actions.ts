'use server';

import type { PaletteEntity } from '@/components/keys/palette';
import { people, services } from './samples';

/** The styleguide has nobody signed in, so signing out leaves everything as it is. */
export async function signOutNowhere(): Promise<void> {
  await Promise.resolve();
}

export async function findSamples(query: string): Promise<PaletteEntity[]> {
  const things = [
    {
      id: 'incident:42',
      label: 'Card payments fail at checkout',
      hint: 'INC-42',
      href: '/styleguide',
      group: 'Incidents',
    },
    ...services.map((one) => ({
      id: `service:${one.value}`,
      label: one.label,
      hint: one.hint,
      href: '/styleguide',
      group: 'Services',
    })),
    ...people.map((one) => ({
      id: `person:${one.id}`,
      label: one.name,
      hint: one.hint,
      href: '/styleguide',
      group: 'People',
    })),
  ];
  return Promise.resolve(things.filter((thing) => thing.label.toLowerCase().includes(query.toLowerCase())));
}
