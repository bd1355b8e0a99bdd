import { type Metadata } from 'next';
import Link from 'next/link';
import { CatalogTabs } from '@/components/catalog/catalog-tabs';
import { MatrixTable } from '@/components/escalation/matrix-table';
import { Page, PageHeader } from '@/components/shell/page-header';
import { EmptyState } from '@/components/ui/empty-state';
import { requireActor } from '@/lib/auth/actor';
import { readMatrix } from '@/lib/queries/matrix';

export const metadata: Metadata = { title: 'Escalation matrix' };

export default async function MatrixPage() {
  await requireActor();
  const { rows } = await readMatrix();
  return (
    <Page>
      <PageHeader
        title="Escalation matrix"
        lead="If it happened now: who is told, and who is paged until somebody acknowledges. What nobody answers for is red."
      >
        <CatalogTabs here="matrix" />
      </PageHeader>
      {rows.length === 0 ? (
        <EmptyState title="No services yet">
          Once <Link href="/services">services</Link> are written down, each is a line here, from Critical to Low.
        </EmptyState>
      ) : (
        <MatrixTable rows={rows} />
      )}
    </Page>
  );
}
