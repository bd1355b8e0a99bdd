import Link from 'next/link';
import { type ReactNode } from 'react';
import { Section } from '@/components/ui/section';
import { type VendorParticulars } from '@/lib/core/catalog/vendor';
import { Mail, Phone, Site, VendorContacts } from './reach';

type VendorCardProps = {
  vendor: VendorParticulars & { id: string; services: readonly { id: string; name: string }[] };
  actions?: ReactNode;
};

/** One vendor: what it is, what was promised, how to reach it, and the services that stand on it. */
export function VendorCard({ vendor, actions }: VendorCardProps) {
  const { id, name, description, contract, account, phone, email, portal, statusPage, contacts, services } = vendor;
  const reachable = phone || email || portal || contacts.length > 0;
  return (
    <div id={id} className="scroll-mt-6">
      <Section title={name} action={actions}>
        {description && <p className="measure py-2 text-muted">{description}</p>}
        {contract && <Line label="Contract">{contract}</Line>}
        {account && (
          <Line label="Account">
            <span className="font-mono select-all">{account}</span>
          </Line>
        )}
        {!reachable && (
          <Line label="Support">
            <span className="text-high">Nobody wrote down how to reach them.</span>
          </Line>
        )}
        {phone && (
          <Line label="Phone">
            <Phone number={phone} />
          </Line>
        )}
        {email && (
          <Line label="E-mail">
            <Mail address={email} />
          </Line>
        )}
        {contacts.length > 0 && (
          <Line label="Then">
            <VendorContacts vendor={name} contacts={contacts} />
          </Line>
        )}
        {(portal || statusPage) && (
          <Line label="Links">
            <span className="flex flex-wrap gap-x-4">
              {portal && <Site href={portal}>Support portal</Site>}
              {statusPage && <Site href={statusPage}>Status page</Site>}
            </span>
          </Line>
        )}
        <Line label="Stand on it">
          {services.length === 0 ? (
            <span className="text-muted">No service that is written down.</span>
          ) : (
            <span className="flex flex-wrap gap-x-4">
              {services.map((service) => (
                <Link
                  key={service.id}
                  href={`/services/${service.id}`}
                  className="inline-flex min-h-6 items-center rounded-sm hover:underline max-md:min-h-11"
                >
                  {service.name}
                </Link>
              ))}
            </span>
          )}
        </Line>
      </Section>
    </div>
  );
}

function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex items-start gap-3 border-b border-line py-1 last:border-b-0">
      <span className="flex min-h-7 w-24 shrink-0 items-center text-muted max-md:min-h-11">{label}</span>
      <div className="flex min-h-7 min-w-0 flex-1 flex-wrap items-center max-md:min-h-11">{children}</div>
    </div>
  );
}
