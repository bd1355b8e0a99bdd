import Link from 'next/link';
import { SeverityMark, type Severity as Mark } from '@/components/ui/severity-mark';
import { Table, Td, Th, Tr } from '@/components/ui/table';
import { PagesBy } from './pages-by';
import { TierMark } from './tier-mark';
import { tierMeaning } from '@/lib/core/catalog/tiers';

type TableService = {
  id: string;
  name: string;
  tier: number;
  description: string;
  team: { id: string; name: string } | null;
  policy: { id: string; name: string } | null;
  needs: string[];
  neededBy: string[];
  open: { number: number; severity: string }[];
};

/** Every service, the most important first. */
export function ServiceTable({ services }: { services: readonly TableService[] }) {
  const nameOf = new Map(services.map(({ id, name }) => [id, name]));
  const names = (ids: readonly string[]) => ids.map((id) => nameOf.get(id) ?? id).join(', ');
  return (
    <>
      <div className="max-md:hidden">
        <Table caption="Services">
          <thead>
            <tr>
              <Th className="w-1/3">Service</Th>
              <Th>Matters</Th>
              <Th>Team</Th>
              <Th>Pages by</Th>
              <Th>Needs</Th>
              <Th numeric>Needed by</Th>
              <Th>Open incidents</Th>
            </tr>
          </thead>
          <tbody>
            {services.map((service) => (
              <Tr key={service.id}>
                <Td wrap>
                  <Link href={`/services/${service.id}`} className="rounded-sm font-medium hover:underline">
                    {service.name}
                  </Link>
                  {service.description && (
                    <span className="block max-w-[60ch] truncate text-xs text-muted">{service.description}</span>
                  )}
                </Td>
                <Td wrap className="min-w-52 text-muted">
                  <TierMark tier={service.tier} />
                  <span className="block text-xs">{tierMeaning(service.tier)}</span>
                </Td>
                <Td>
                  {service.team ? (
                    <Link href={`/teams#${service.team.id}`} className="rounded-sm hover:underline">
                      {service.team.name}
                    </Link>
                  ) : (
                    <span className="text-high">Nobody</span>
                  )}
                </Td>
                <Td>
                  <PagesBy policy={service.policy} />
                </Td>
                <Td wrap className="max-w-72 text-muted">
                  <span className="line-clamp-2">{names(service.needs)}</span>
                </Td>
                <Td numeric className="text-muted" data-tip={names(service.neededBy) || undefined}>
                  {service.neededBy.length || ''}
                </Td>
                <Td>
                  <OpenIncidents open={service.open} />
                </Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      </div>
      <ul className="border-t border-line md:hidden">
        {services.map((service) => (
          <li key={service.id} className="relative flex items-center gap-3 border-b border-line py-2.5">
            <span className="min-w-0 flex-1">
              <Link
                href={`/services/${service.id}`}
                className="block truncate font-medium after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-accent"
              >
                {service.name}
              </Link>
              <span className="flex gap-3 text-xs text-muted">
                <TierMark tier={service.tier} />
                {service.team?.name ?? 'Nobody owns it'}
                {!service.policy && <span className="text-critical">No escalation policy</span>}
              </span>
            </span>
            <OpenIncidents open={service.open} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** The open incidents about a service, as links with their severity. */
export function OpenIncidents({ open }: { open: readonly { number: number; severity: string }[] }) {
  return (
    <span className="relative z-10 flex flex-wrap gap-x-3">
      {open.map(({ number, severity }) => (
        <Link
          key={number}
          href={`/incidents/${number}`}
          className="tnum inline-flex min-h-6 items-center gap-1.5 rounded-sm hover:underline max-md:min-h-11"
        >
          <SeverityMark severity={severity.toLowerCase() as Mark} shapeOnly />
          INC-{number}
        </Link>
      ))}
    </span>
  );
}
