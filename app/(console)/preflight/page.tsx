import { type Metadata } from 'next';
import { CatalogTabs } from '@/components/catalog/catalog-tabs';
import { GapList } from '@/components/preflight/gap-list';
import { PlanList } from '@/components/preflight/plan-list';
import { PreflightForm } from '@/components/preflight/preflight-form';
import { Page, PageHeader } from '@/components/shell/page-header';
import { EmptyState } from '@/components/ui/empty-state';
import { FormError } from '@/components/ui/field';
import { requireActor } from '@/lib/auth/actor';
import { isRefusal } from '@/lib/core/refusal';
import { readGaps, readPreflight } from '@/lib/queries/preflight';
import { readServiceChoices } from '@/lib/queries/services';

export const metadata: Metadata = { title: 'Preflight' };

type Asked = { service?: string | string[]; severity?: string | string[]; at?: string | string[] };
type Props = { searchParams: Promise<Asked> };

const one = (value: string | string[] | undefined) => (typeof value === 'string' && value ? value : undefined);

export default async function PreflightPage({ searchParams }: Props) {
  await requireActor();
  const [query, services, gaps] = await Promise.all([searchParams, readServiceChoices(), readGaps()]);
  const service = one(query.service) ?? services[0]?.id;
  const draft = { service, severity: one(query.severity), at: one(query.at) };
  const answer = service ? await readPreflight(draft) : null;
  return (
    <Page>
      <PageHeader
        title="Preflight"
        lead="If it happened at this moment: who would be paged, and when. Computed by the rule that pages, and nothing is sent."
      >
        <CatalogTabs here="preflight" />
      </PageHeader>
      {services.length === 0 ? (
        <EmptyState title="No services yet">
          Once services are written down, this shows who is paged for each.
        </EmptyState>
      ) : (
        <div className="flex flex-col gap-8">
          <div className="flex flex-col gap-4">
            <PreflightForm services={services} asked={{ ...draft, severity: draft.severity ?? 'Critical' }} />
            {answer && isRefusal(answer) && <FormError>{answer.message}</FormError>}
            {answer && !isRefusal(answer) && <PlanList preflight={answer} />}
          </div>
          <GapList gaps={gaps} />
        </div>
      )}
    </Page>
  );
}
