import { type PersonRole } from '@/lib/core/access/actor';
import { roleWords } from '@/lib/core/access/role-words';
import { Avatar } from '../ui/avatar';
import { Badge } from '../ui/badge';
import { Table, Td, Th, Tr } from '../ui/table';
import { Time } from '../ui/time';
import { type PersonActions, PersonActs } from './person-acts';

type Person = {
  id: string;
  name: string;
  email: string;
  role: PersonRole;
  active: boolean;
  teams: string[];
  seenAt: string | null;
};

type PeopleTableProps = { people: Person[]; me: string; actions: PersonActions | null };

/** Everybody who may sign in, and at the end those who no longer may. `actions` for administrators alone. */
export function PeopleTable({ people, me, actions }: PeopleTableProps) {
  return (
    <Table caption="People">
      <thead>
        <tr>
          <Th>Person</Th>
          <Th className="max-md:hidden">Role</Th>
          <Th className="max-md:hidden">Teams</Th>
          <Th className="max-md:hidden">Last here</Th>
          {actions && (
            <Th>
              <span className="sr-only">Acts</span>
            </Th>
          )}
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <Tr key={person.id} id={person.id}>
            <Td wrap className={person.active ? undefined : 'text-muted'}>
              <span className="flex min-w-0 items-center gap-3">
                <Avatar name={person.name} id={person.id} size={24} />
                <span className="min-w-0">
                  <span className="font-medium">{person.name}</span>
                  {person.id === me && <span className="ml-2 text-xs text-muted">you</span>}
                  <span className="block truncate text-xs text-muted">{person.email}</span>
                  <span className="block text-xs text-muted md:hidden">{roleWords[person.role].label}</span>
                </span>
                {!person.active && <Badge>Deactivated</Badge>}
              </span>
            </Td>
            <Td className="max-md:hidden">{roleWords[person.role].label}</Td>
            <Td wrap className="text-muted max-md:hidden">
              {person.teams.join(', ') || '—'}
            </Td>
            <Td className="text-muted max-md:hidden">
              {person.seenAt ? <Time at={person.seenAt} form="ago" /> : 'not signed in'}
            </Td>
            {actions && (
              <Td className="text-right">
                <PersonActs person={person} actions={actions} />
              </Td>
            )}
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
