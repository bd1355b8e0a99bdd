import { type Actor, type PersonRole } from '@/lib/core/access/actor';

interface SamplePerson {
  name: string;
  role: PersonRole;
}

/** The people of the sample company, by the short names that the stories use. Their ids are made of these. */
export const people = {
  ada: { name: 'Ada Okafor', role: 'administrator' },
  bea: { name: 'Bea Lindqvist', role: 'administrator' },
  cyrus: { name: 'Cyrus Tan', role: 'responder' },
  dilnoza: { name: 'Dilnoza Karimova', role: 'responder' },
  emre: { name: 'Emre Aydın', role: 'responder' },
  fatima: { name: 'Fatima El-Sayed', role: 'responder' },
  gwen: { name: 'Gwen Prichard', role: 'responder' },
  hugo: { name: 'Hugo Marchetti', role: 'responder' },
  ines: { name: 'Inês Carvalho', role: 'responder' },
  jonah: { name: 'Jonah Adeyemi', role: 'responder' },
  kaori: { name: 'Kaori Mori', role: 'responder' },
  lars: { name: 'Lars Bakke', role: 'responder' },
  mina: { name: 'Mina Petrova', role: 'observer' },
  noor: { name: 'Noor Haddad', role: 'observer' },
} as const satisfies Record<string, SamplePerson>;

export type Who = keyof typeof people;
export const everyone = Object.keys(people) as Who[];

export function idOf(who: Who): string {
  return `sample-${who}`;
}

export function emailOf(who: Who): string {
  return `${who}@millrace.example`;
}

export function actorOf(who: Who): Actor {
  const { name, role } = people[who];
  return { kind: 'person', id: idOf(who), name, role };
}
