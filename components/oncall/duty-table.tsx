import { Replace } from 'lucide-react';
import type { ReactNode } from 'react';
import { Avatar } from '@/components/ui/avatar';
import { Badge } from '@/components/ui/badge';
import { cx } from '@/components/ui/cx';
import { Table, Td, Th, Tr } from '@/components/ui/table';
import { Time } from '@/components/ui/time';
import type { Duty } from '@/lib/core/oncall/schedule';
import { dayWords, wallWords, zoneWords } from './wall-words';

/**
 * A duty with its ends as the clocks of the schedule's zone show them, and what may be done about it. Unless it `begins` or `ends` there,
 * no more was looked at.
 */
export type DutyRow = {
  duty: Duty;
  wallFrom: string;
  wallTo: string;
  begins: boolean;
  ends: boolean;
  action: ReactNode;
};

type DutyTableProps = { rows: readonly DutyRow[]; zone: string; abroad: boolean };

/** Who is on call, one after another, in the schedule's zone, and in the reader's if they are abroad. */
export function DutyTable({ rows, zone, abroad }: DutyTableProps) {
  return (
    <>
      <div className="max-md:hidden">
        <Table caption="Who is on call, in order">
          <thead>
            <tr>
              <Th>On call</Th>
              <Th>From, {zoneWords(zone)}</Th>
              <Th>Until, {zoneWords(zone)}</Th>
              {abroad && (
                <>
                  <Th>From, your time</Th>
                  <Th>Until, your time</Th>
                </>
              )}
              <Th>
                <span className="sr-only">Acts</span>
              </Th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Tr key={row.duty.from} className={row.duty.person ? undefined : 'bg-overdue-wash'}>
                <Td>
                  <Who duty={row.duty} />
                </Td>
                <Td className="tnum">{beginWords(row)}</Td>
                <Td className="tnum">{endWords(row)}</Td>
                {abroad && (
                  <>
                    <Td className="text-muted">
                      {row.begins && <Time at={row.duty.from} form="day" focusable={false} />}
                    </Td>
                    <Td className="text-muted">{row.ends && <Time at={row.duty.to} form="day" focusable={false} />}</Td>
                  </>
                )}
                <Td className="text-right">{row.action}</Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      </div>
      <ul aria-label="Who is on call, in order" className="md:hidden">
        {rows.map((row) => (
          <li
            key={row.duty.from}
            className={cx(
              'flex items-center gap-3 border-b border-line py-1.5',
              !row.duty.person && 'bg-overdue-wash px-2',
            )}
          >
            <span className="min-w-0 flex-1">
              <Who duty={row.duty} />
              <span className="tnum block text-xs text-muted">
                {beginWords(row)} – {endWords(row)}
              </span>
            </span>
            {row.action}
          </li>
        ))}
      </ul>
    </>
  );
}

function Who({ duty: { person, by } }: Pick<DutyRow, 'duty'>) {
  if (!person) return <span className="font-semibold">Nobody</span>;
  return (
    <span className="inline-flex items-center gap-2">
      <Avatar id={person.id} name={person.name} size={24} silent />
      {person.name}
      {by?.kind === 'override' && <Badge icon={<Replace />}>override</Badge>}
    </span>
  );
}

const beginWords = ({ wallFrom, begins }: DutyRow) => (begins ? wallWords(wallFrom) : `before ${dayWords(wallFrom)}`);
const endWords = ({ wallTo, ends }: DutyRow) => (ends ? wallWords(wallTo) : `after ${dayWords(wallTo)}`);
