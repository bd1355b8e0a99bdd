import type { Metadata } from 'next';
import Link from 'next/link';
import { ShareBar } from '@/components/cadence/share-bar';
import { Page, PageHeader } from '@/components/shell/page-header';
import { formatDuration } from '@/components/ui/duration';
import { EmptyState } from '@/components/ui/empty-state';
import { Table, Td, Th, Tr } from '@/components/ui/table';
import { Time } from '@/components/ui/time';
import { requireActor } from '@/lib/auth/actor';
import { readCadenceWeeks, readLongestSilences } from '@/lib/queries/cadence-score';

export const metadata: Metadata = { title: 'Cadence' };

export default async function CadencePage() {
  const actor = await requireActor();
  const [weeks, silences] = await Promise.all([readCadenceWeeks(actor), readLongestSilences(actor)]);
  return (
    <Page>
      <PageHeader
        title="Cadence"
        lead="How often the room heard from us when it should have: the share of owed updates that came in time, and the longest silence."
      />
      {weeks.length === 0 ? (
        <EmptyState title="Nothing to score yet">
          Once an incident has run for a quarter of an hour, its updates are counted here, week by week.
        </EmptyState>
      ) : (
        <div className="flex flex-col gap-8">
          <Table caption="By week, newest first" captionShown>
            <thead>
              <Tr>
                <Th>Week of</Th>
                <Th numeric>Incidents</Th>
                <Th>Updates on time</Th>
                <Th numeric>Longest silence</Th>
              </Tr>
            </thead>
            <tbody>
              {weeks.map((week) => (
                <Tr key={week.week}>
                  <Td>
                    <Time at={week.week} form="date" />
                  </Td>
                  <Td numeric>{week.incidents}</Td>
                  <Td>
                    <ShareBar onTime={week.onTime} late={week.late} />
                  </Td>
                  <Td numeric>{week.longestSilenceMs === 0 ? '–' : formatDuration(week.longestSilenceMs)}</Td>
                </Tr>
              ))}
            </tbody>
          </Table>
          {silences.length > 0 && (
            <Table caption="Longest silences of the last 26 weeks" captionShown>
              <thead>
                <Tr>
                  <Th>Incident</Th>
                  <Th>Declared</Th>
                  <Th>Updates on time</Th>
                  <Th numeric>Longest silence</Th>
                </Tr>
              </thead>
              <tbody>
                {silences.map((score) => (
                  <Tr key={score.number}>
                    <Td wrap>
                      <Link href={`/incidents/${score.number}`} className="rounded-sm hover:underline">
                        <span className="tnum text-muted">INC-{score.number}</span> {score.title}
                      </Link>
                    </Td>
                    <Td>
                      <Time at={score.declaredAt} form="date" />
                    </Td>
                    <Td>
                      <ShareBar onTime={score.onTime} late={score.late} />
                    </Td>
                    <Td numeric>{formatDuration(score.longestSilenceMs)}</Td>
                  </Tr>
                ))}
              </tbody>
            </Table>
          )}
        </div>
      )}
    </Page>
  );
}
