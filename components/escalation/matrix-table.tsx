import Link from 'next/link';
import { TierMark } from '@/components/catalog/tier-mark';
import { SeverityMark, type Severity as Mark } from '@/components/ui/severity-mark';
import { Table, Td, Th, Tr } from '@/components/ui/table';
import type { ChannelName } from '@/lib/core/notification/channels';
import { channelWords } from '@/lib/core/notification/channel-words';
import { gapSentence } from '@/lib/core/escalation/gap-words';
import { type Gap } from '@/lib/core/escalation/gaps';
import { type Paged, type Severity, type Told, severities } from '@/lib/core/severity/severity';
import { GapMark } from './gap-mark';

type Named = { id: string; name: string };
type PagedPerson = Named & { by: readonly ChannelName[] };

export type Cell = {
  severity: Severity;
  told: { group: Told; people: readonly Named[]; standIn: boolean };
  paged: {
    group: Paged;
    policy: Named | null;
    steps: readonly {
      minutes: number;
      people: readonly PagedPerson[];
      vendors: readonly Named[];
      targets: readonly string[];
    }[];
  };
  gaps: readonly Gap[];
};

type MatrixTableProps = { rows: readonly { service: Named & { tier: number }; cells: readonly Cell[] }[] };

/** Services down, severities across: who is told and who is paged in each cell. */
export function MatrixTable({ rows }: MatrixTableProps) {
  return (
    <>
      <div className="max-md:hidden">
        <Table caption="Who is told and who is paged">
          <thead>
            <tr>
              <Th>Service</Th>
              {severities.map((severity) => (
                <Th key={severity}>
                  <SeverityMark severity={severity.toLowerCase() as Mark} />
                </Th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ service, cells }) => (
              <Tr key={service.id}>
                <th scope="row" className="border-b border-line py-2 pr-4 text-left align-top font-medium">
                  <ServiceName service={service} />
                </th>
                {cells.map((cell) => (
                  <Td key={cell.severity} wrap className="min-w-44 py-2 align-top!">
                    <CellText cell={cell} service={service.id} />
                  </Td>
                ))}
              </Tr>
            ))}
          </tbody>
        </Table>
      </div>
      <ul className="flex flex-col gap-6 md:hidden">
        {rows.map(({ service, cells }) => (
          <li key={service.id}>
            <h2 className="font-medium">
              <ServiceName service={service} />
            </h2>
            <ul>
              {cells.map((cell) => (
                <li key={cell.severity} className="border-b border-line py-2">
                  <SeverityMark severity={cell.severity.toLowerCase() as Mark} />
                  <CellText cell={cell} service={service.id} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </>
  );
}

function ServiceName({ service }: { service: Named & { tier: number } }) {
  return (
    <span className="flex flex-col">
      <Link href={`/services/${service.id}`} className="rounded-sm hover:underline">
        {service.name}
      </Link>
      <span className="text-xs font-normal text-muted">
        <TierMark tier={service.tier} />
      </span>
    </span>
  );
}

function CellText({ cell: { severity, told, paged, gaps }, service }: { cell: Cell; service: string }) {
  const people = new Map(paged.steps.flatMap((step) => step.people.map((person) => [person.id, person])));
  const alone = [...people.values()].filter(({ by }) => by.length === 0);
  return (
    <dl className="grid grid-cols-[3rem_1fr] gap-x-2 gap-y-0.5">
      <dt className="text-muted">Told</dt>
      <dd>{told.standIn ? <GapMark>Nobody: administrators</GapMark> : toldText(told)}</dd>
      <dt className="text-muted">Paged</dt>
      <dd className="flex flex-col items-start gap-0.5">
        {paged.steps.length === 0 && <span className="text-muted">Nobody</span>}
        {paged.steps.length > 0 && (
          <Link
            href={`/preflight?service=${encodeURIComponent(service)}&severity=${severity}`}
            className="rounded-sm hover:underline"
            data-tip={paged.policy ? `By “${paged.policy.name}”` : undefined}
          >
            {paged.steps.map(({ minutes, people, vendors, targets }, at) => (
              <span key={at} className="block">
                <span className="tnum text-muted">{minutes === 0 ? 'at once ' : `+${minutes} min `}</span>
                <StepText people={people} vendors={vendors} targets={targets} />
              </span>
            ))}
          </Link>
        )}
        {alone.length > 0 && <GapMark>In the app alone: {names(alone)}</GapMark>}
        {gaps.map((gap) => (
          <GapMark key={gapSentence(gap)}>{gapSentence(gap)}</GapMark>
        ))}
      </dd>
    </dl>
  );
}

/** Whom a step pages and by which ways they are reached; three people, and how many more. */
function StepText({ people, vendors, targets }: Omit<Cell['paged']['steps'][number], 'minutes'>) {
  if (people.length + vendors.length === 0) return `${targets.join(', ')}: nobody`;
  const asked = [
    ...people.slice(0, mostNames).map(({ id, name, by }) => ({ id, name, how: by.map((way) => channelWords[way]) })),
    ...vendors.map(({ id, name }) => ({ id, name, how: ['vendor', 'e-mail'] })),
  ];
  return (
    <>
      {asked.map(({ id, name, how }, at) => (
        <span key={id}>
          {at > 0 && ', '}
          {name}
          {how.length > 0 && (
            <span className="text-muted">
              {' ('}
              {how.map((way, index) => (
                <span key={way}>
                  {index > 0 && ', '}
                  <span className="whitespace-nowrap">{way}</span>
                </span>
              ))}
              )
            </span>
          )}
        </span>
      ))}
      {people.length > mostNames && ` and ${people.length - mostNames} more`}
    </>
  );
}

function toldText({ group, people }: Cell['told']) {
  if (group === 'nobody') return <span className="text-muted">Nobody</span>;
  return group === 'everyone' ? `Everyone (${people.length})` : names(people);
}

const mostNames = 3;

/** Three names, and how many more. */
function names(people: readonly Named[]): string {
  const shown = people.slice(0, mostNames).map(({ name }) => name);
  return people.length > mostNames ? `${shown.join(', ')} and ${people.length - mostNames} more` : shown.join(', ');
}
