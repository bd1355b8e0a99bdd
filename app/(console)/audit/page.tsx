import { type Metadata } from 'next';
import { notFound } from 'next/navigation';
import { AuditExports, AuditFilters } from '@/components/audit/audit-filters';
import { AuditList } from '@/components/audit/audit-list';
import { Page, PageHeader } from '@/components/shell/page-header';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { requireActor } from '@/lib/auth/actor';
import { readerZone } from '@/lib/auth/reader-zone';
import { mayAdminister } from '@/lib/core/access/may';
import { auditFilterOf, auditQuery } from '@/lib/core/audit-filter';
import { readAudit, readAuditPeople } from '@/lib/queries/audit';

export const metadata: Metadata = { title: 'Audit log' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function AuditPage({ searchParams }: Props) {
  if (!mayAdminister(await requireActor())) notFound();
  const query = await searchParams;
  const filter = auditFilterOf(query);
  const before = typeof query.before === 'string' ? query.before : null;
  const [{ facts, older }, people] = await Promise.all([
    readAudit(filter, await readerZone(), before),
    readAuditPeople(),
  ]);
  return (
    <Page>
      <PageHeader
        title="Audit log"
        lead="Every change of people, access, catalog and policy, and who made it."
        actions={<AuditExports filter={filter} />}
      />
      <AuditFilters filter={filter} people={people} />
      {facts.length === 0 ? (
        <EmptyState title="Nothing was recorded that fits">
          {auditQuery(filter) ? 'Widen the filter, or clear it.' : 'Whatever is changed from now on appears here.'}
        </EmptyState>
      ) : (
        <AuditList facts={facts} />
      )}
      <nav aria-label="Pages" className="mt-4 flex gap-2">
        {before && <Button href={`/audit${auditQuery(filter)}`}>Newest</Button>}
        {older && <Button href={`/audit${auditQuery(filter, { before: older })}`}>Older</Button>}
      </nav>
    </Page>
  );
}
