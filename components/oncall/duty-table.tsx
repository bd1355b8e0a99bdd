import { Replace } from 'lucide-react';
import type { ReactNode } from 'react';
import { Avatar } from '@/components/ui/avatar';
import { Badge } from '@/components/ui/badge';
import { Table, Td, Th, Tr } from '@/components/ui/table';
import { Time } from '@/components/ui/time';
import type { Duty } from '@/lib/core/oncall/schedule';
import { wallWords, zoneWords } from './wall-words';

/** A duty with its ends as the clocks of the schedule's zone show them, and what may be done about it. */
export type DutyRow = { duty: Duty; wallFrom: string; wallTo: string; action: ReactNode };

/** Who is on call, one after another, in the schedule's zone and in the reader's. */
export function DutyTable({ rows, zone }: { rows: readonly DutyRow[]; zone: string }) {
  return (
    <Table caption="Who is on call, in order">
      <thead>
        <tr>
          <Th>On call</Th>
          <Th>From, {zoneWords(zone)}</Th>
          <Th>Until, {zoneWords(zone)}</Th>
          <Th>From, your time</Th>
          <Th>Until, your time</Th>
          <Th>
            <span className="sr-only">Acts</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ duty, wallFrom, wallTo, action }) => (
          <Tr key={duty.from} className={duty.person ? undefined : 'bg-overdue-wash'}>
            <Td>
              {duty.person ? (
                <span className="inline-flex items-center gap-2">
                  <Avatar id={duty.person.id} name={duty.person.name} size={24} silent />
                  {duty.person.name}
                  {duty.by?.kind === 'override' && <Badge icon={<Replace />}>override</Badge>}
                </span>
              ) : (
                <span className="font-semibold">Nobody</span>
              )}
            </Td>
            <Td className="tnum">{wallWords(wallFrom)}</Td>
            <Td className="tnum">{wallWords(wallTo)}</Td>
            <Td className="text-muted">
              <Time at={duty.from} form="day" focusable={false} />
            </Td>
            <Td className="text-muted">
              <Time at={duty.to} form="day" focusable={false} />
            </Td>
            <Td className="text-right">{action}</Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
