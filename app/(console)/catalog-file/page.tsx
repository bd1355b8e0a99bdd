import { Download } from 'lucide-react';
import { type Metadata } from 'next';
import { CatalogTabs } from '@/components/catalog/catalog-tabs';
import { ImportForm } from '@/components/catalog/import-form';
import { Page, PageHeader } from '@/components/shell/page-header';
import { requireActor } from '@/lib/auth/actor';
import { mayAdminister } from '@/lib/core/access/may';
import { importFile, rehearseImport } from './actions';

export const metadata: Metadata = { title: 'Catalog as a file' };

export default async function CatalogFilePage() {
  const actor = await requireActor();
  return (
    <Page>
      <PageHeader
        title="Catalog as a file"
        lead="Teams, schedules, escalation policies, services, vendors and the severity policy, to be kept in git."
      >
        <CatalogTabs here="file" />
      </PageHeader>
      <div className="flex max-w-3xl flex-col gap-6">
        <p className="flex flex-wrap items-center gap-3">
          <a
            href="/api/v1/catalog.yaml"
            download="quarterdeck-catalog.yaml"
            className="inline-flex h-control items-center gap-2 rounded-md border border-edge/50 px-3 font-medium hover:bg-raised"
          >
            <Download className="size-4" aria-hidden="true" />
            Download the catalog
          </a>
          <span className="text-muted">The same catalog is always the same file.</span>
        </p>
        {mayAdminister(actor) ? (
          <ImportForm rehearse={rehearseImport} apply={importFile} />
        ) : (
          <p className="text-muted">An administrator imports a file here.</p>
        )}
      </div>
    </Page>
  );
}
