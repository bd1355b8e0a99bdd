import { type Metadata } from 'next';
import { HistoryFilters } from '@/components/history/history-filters';
import { HistoryList } from '@/components/history/history-list';
import { Page, PageHeader } from '@/components/shell/page-header';
import { requireActor } from '@/lib/auth/actor';
import { mayAct } from '@/lib/core/access/may';
import { parseHistoryCursor, parseHistoryFilter } from '@/lib/core/history/filter';
import { readerOf } from '@/lib/core/timeline/page';
import { readHistory, readHistoryChoices } from '@/lib/queries/history';

export const metadata: Metadata = { title: 'History' };

type HistoryPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Every incident there ever was, newest first, found by what it was or by words that were said in it. */
export default async function HistoryPage({ searchParams }: HistoryPageProps) {
  const actor = await requireActor();
  const read = readerOf(await searchParams);
  const filter = parseHistoryFilter(read);
  const before = parseHistoryCursor(read('before'));
  const [page, choices] = await Promise.all([readHistory(actor, filter, before), readHistoryChoices()]);
  return (
    <Page>
      <PageHeader title="History" />
      <HistoryFilters filter={filter} {...choices} />
      <HistoryList filter={filter} page={page} first={before === null} mayDeclare={mayAct(actor)} />
    </Page>
  );
}
