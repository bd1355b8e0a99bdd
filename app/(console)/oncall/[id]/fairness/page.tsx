import { Download } from 'lucide-react';
import { type Metadata } from 'next';
import { notFound } from 'next/navigation';
import { FairnessTable } from '@/components/oncall/fairness-table';
import { zoneWords } from '@/components/oncall/wall-words';
import { Page, PageHeader } from '@/components/shell/page-header';
import { Button } from '@/components/ui/button';
import { Tabs } from '@/components/ui/tabs';
import { Time } from '@/components/ui/time';
import { requireActor } from '@/lib/auth/actor';
import { type FairnessSpan, fairnessSpans } from '@/lib/core/oncall/fairness';
import { readFairness } from '@/lib/queries/fairness';
import { askedOf } from './asked';

export const metadata: Metadata = { title: 'Fairness' };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ span?: string; way?: string }> };

const labels: Record<FairnessSpan, string> = { month: 'Four weeks', quarter: 'Quarter', year: 'Year' };

export default async function FairnessPage({ params, searchParams }: Props) {
  const [{ id }, query] = await Promise.all([params, searchParams, requireActor()]);
  const { span, ahead } = askedOf((name) => query[name as 'span' | 'way']);
  const found = await readFairness(id, span, ahead);
  if (!found) notFound();
  const { schedule, fairness } = found;
  const to = (which: FairnessSpan, way: boolean) => `/oncall/${id}/fairness?span=${which}${way ? '&way=ahead' : ''}`;
  return (
    <Page>
      <PageHeader
        back={{ href: `/oncall/${id}`, label: schedule.name }}
        title={`Fairness of ${schedule.name}`}
        lead="How the hours on call are spread, and the harder of them: nights, weekends and holidays."
        actions={
          <Button
            href={`/oncall/${id}/fairness/csv?span=${span}${ahead ? '&way=ahead' : ''}`}
            icon={<Download />}
            hotkey={{ keys: 'c', label: 'Download as CSV' }}
          >
            CSV
          </Button>
        }
      />
      <div className="mb-3 flex flex-wrap items-end gap-x-8 gap-y-2">
        <Tabs
          label="Span"
          items={fairnessSpans.map((each) => ({ href: to(each, ahead), label: labels[each], current: each === span }))}
        />
        <Tabs
          label="Direction"
          items={[
            { href: to(span, false), label: 'Past', current: !ahead },
            { href: to(span, true), label: 'Ahead', current: ahead },
          ]}
        />
        <span className="pb-1.5 text-muted">
          <Time at={fairness.from} form="day" focusable={false} /> until{' '}
          <Time at={fairness.to} form="day" focusable={false} />
        </span>
      </div>
      <FairnessTable fairness={fairness} />
      <p className="measure mt-4 text-xs text-muted">
        Nights are from 22:00 until 07:00 and weekends from Saturday 00:00 until Monday 00:00, by the clocks of{' '}
        {zoneWords(schedule.timeZone)}. An hour may be of several kinds. A shift counts where it began.
      </p>
    </Page>
  );
}
