import Link from 'next/link';
import { type ReactNode } from 'react';
import { Avatar } from '@/components/ui/avatar';
import { PanelRow, Section } from '@/components/ui/section';
import { SeverityMark, type Severity as Mark } from '@/components/ui/severity-mark';
import { Time } from '@/components/ui/time';
import { type Contact } from '@/lib/core/catalog/contact';
import { type Link as Address } from '@/lib/core/catalog/link';
import { impactOf, pathSentence } from '@/lib/core/catalog/impact';
import { tierMeaning } from '@/lib/core/catalog/tiers';
import { ContactName } from './contact-name';
import { OpenIncidents } from './service-table';
import { PagesBy } from './pages-by';
import { TierMark } from './tier-mark';

type Known = {
  id: string;
  name: string;
  tier: number;
  needs: string[];
  open: { number: number; severity: string }[];
};

type ServiceFactsProps = {
  service: Known & {
    team: { id: string; name: string } | null;
    leads: { id: string; name: string }[];
    policy: { id: string; name: string } | null;
    neededBy: string[];
    primary: Contact | null;
    backup: Contact | null;
    links: readonly Address[];
  };
  services: readonly Known[];
  vendors: readonly { id: string; name: string; contract: string }[];
  incidents: readonly { number: number; title: string; severity: string; phase: string; declaredAt: string }[];
};

/** What there is to know of one service. */
export function ServiceFacts({ service, services, vendors, incidents }: ServiceFactsProps) {
  const listed = (ids: readonly string[]) => services.filter(({ id }) => ids.includes(id));
  return (
    <div className="grid gap-x-10 gap-y-6 md:grid-cols-2">
      <div className="flex min-w-0 flex-col gap-6">
        <Section title="Who and how much">
          <Line label="Matters">
            <TierMark tier={service.tier} />
            <span className="text-muted">{tierMeaning(service.tier)}</span>
          </Line>
          <Line label="Team">
            {service.team ? (
              <Link href={`/teams#${service.team.id}`} className="rounded-sm hover:underline">
                {service.team.name}
              </Link>
            ) : (
              <span className="text-high">Nobody owns it</span>
            )}
          </Line>
          <Line label="Leads">
            {service.leads.length > 0 ? (
              <span className="flex flex-wrap gap-x-4">
                {service.leads.map(({ id, name }) => (
                  <span key={id} className="inline-flex items-center gap-2">
                    <Avatar id={id} name={name} size={20} silent />
                    {name}
                  </span>
                ))}
              </span>
            ) : (
              <span className="text-muted">None: only administrators are told when nobody takes command.</span>
            )}
          </Line>
          <Line label="Pages by">
            <PagesBy policy={service.policy} />
          </Line>
          <Line label="Primary">
            <ContactName contact={service.primary} none="No contact is written down." />
          </Line>
          <Line label="Backup">
            <ContactName contact={service.backup} none="No backup contact is written down." />
          </Line>
          {service.links.length > 0 && (
            <Line label="Links">
              <span className="flex flex-wrap gap-x-4">
                {service.links.map(({ name, url }) => (
                  <a
                    key={`${name} ${url}`}
                    href={url}
                    rel="noreferrer"
                    data-tip={url}
                    className="inline-flex min-h-6 items-center rounded-sm text-accent underline decoration-edge hover:decoration-accent max-md:min-h-11"
                  >
                    {name}
                  </a>
                ))}
              </span>
            </Line>
          )}
        </Section>
        <Section title="Incidents">
          {incidents.length === 0 && <p className="py-2 text-muted">None yet. May it stay so.</p>}
          {incidents.map(({ number, title, severity, phase, declaredAt }) => (
            <PanelRow
              key={number}
              lead={<SeverityMark severity={severity.toLowerCase() as Mark} shapeOnly />}
              end={
                <>
                  {phase} · <Time at={declaredAt} form="date" />
                </>
              }
            >
              <Link href={`/incidents/${number}`} className="rounded-sm hover:underline">
                <span className="tnum text-muted">INC-{number}</span> {title}
              </Link>
            </PanelRow>
          ))}
        </Section>
      </div>
      <div className="flex min-w-0 flex-col gap-6">
        <Others title="Needs" services={listed(service.needs)} nothing="Nothing: it stands by itself." />
        <Others
          title="Needed by"
          services={listed(service.neededBy)}
          nothing="Nothing that is written down: when it breaks, nothing else here should."
        />
        <ThroughThem service={service.id} services={services} />
        {vendors.length > 0 && (
          <Section title="Vendors it stands on" count={vendors.length}>
            {vendors.map(({ id, name, contract }) => (
              <PanelRow key={id}>
                <Link href={`/vendors#${id}`} className="rounded-sm hover:underline">
                  {name}
                </Link>
                {contract && <span className="text-muted max-md:block max-md:text-xs md:ml-3">{contract}</span>}
              </PanelRow>
            ))}
          </Section>
        )}
      </div>
    </div>
  );
}

/** What depends on it only through others; each says by which way in its tip. */
function ThroughThem({ service, services }: { service: string; services: readonly Known[] }) {
  const named = new Map(services.map(({ id, name }) => [id, name]));
  const needs = new Map(services.map((each) => [each.id, each.needs]));
  const further = impactOf(needs, [service]).filter(({ path }) => path.length > 2);
  if (further.length === 0) return null;
  return (
    <p className="-mt-4 flex flex-wrap gap-x-3 text-xs text-muted">
      <span className="inline-flex min-h-6 items-center">And through them:</span>
      {further.map(({ id, path }) => (
        <Link
          key={id}
          href={`/services/${id}`}
          data-tip={pathSentence(path.map((one) => named.get(one) ?? one))}
          className="inline-flex min-h-6 items-center rounded-sm text-ink hover:underline max-md:min-h-11"
        >
          {named.get(id)}
        </Link>
      ))}
    </p>
  );
}

function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex min-h-9 items-center gap-3 border-b border-line py-1 last:border-b-0 max-md:min-h-11">
      <span className="w-20 shrink-0 text-muted">{label}</span>
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3">{children}</div>
    </div>
  );
}

function Others({ title, services, nothing }: { title: string; services: readonly Known[]; nothing: string }) {
  return (
    <Section title={title} count={services.length || undefined}>
      {services.length === 0 && <p className="py-2 text-muted">{nothing}</p>}
      {services.map(({ id, name, tier, open }) => (
        <PanelRow key={id} lead={<TierMark tier={tier} wordless />} end={<OpenIncidents open={open} />}>
          <Link href={`/services/${id}`} className="rounded-sm hover:underline">
            {name}
          </Link>
        </PanelRow>
      ))}
    </Section>
  );
}
