import { Avatar } from '@/components/ui/avatar';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { LiveDial } from '@/components/ui/live-dial';
import { Markdown } from '@/components/ui/markdown';
import { QuarterDial } from '@/components/ui/quarter-dial';
import { Section } from '@/components/ui/section';
import { SeverityMark, type Severity } from '@/components/ui/severity-mark';
import { Skeleton, SkeletonText } from '@/components/ui/skeleton';
import { Table, Td, Th, Tr } from '@/components/ui/table';
import { Tabs } from '@/components/ui/tabs';
import { Time } from '@/components/ui/time';
import { Tooltip } from '@/components/ui/tooltip';
import { people } from './samples';

const MINUTE = 60_000;
const QUARTER = 15 * MINUTE;
const dials = [15, 11, 7.5, 2.5, 0.4, -0.2, -4, -11, -16];
const marks: (Severity | null)[] = ['critical', 'high', 'medium', 'low', null];
const board = [
  {
    left: -2.2,
    severity: 'critical',
    title: 'Card payments fail at checkout',
    phase: 'Mitigating',
    who: 'Ada Kowalski',
    owed: 'update overdue',
  },
  {
    left: 2.1,
    severity: 'high',
    title: 'Search answers slowly in Frankfurt',
    phase: 'Investigating',
    who: 'Fay Moreau',
    owed: 'update',
  },
  {
    left: 12.4,
    severity: 'medium',
    title: 'Invoices arrive twice',
    phase: 'Monitoring',
    who: 'Gus Ito',
    owed: 'update',
  },
] as const;

const text = `Rolled back to \`2026-11-21.2\` at **14:31**. The queue holds *4,812* payments, see the [dashboard](https://example.test).

- replay starts once the rate is below 1%
- [x] Stripe told
- [ ] mail to merchants`;

/** What is read: dials, marks, tables, text. */
export function Readings({ now }: { now: number }) {
  return (
    <>
      <Section title="The sign">
        <div className="mt-3 flex flex-wrap items-end gap-6">
          {dials.map((left) => (
            <div key={left} className="flex flex-col items-start gap-1.5">
              <QuarterDial dueAt={now + left * MINUTE} cadenceMs={QUARTER} now={now} size={56} />
              <LiveDial dueAt={now + left * MINUTE} cadenceMs={QUARTER} size={18} word={false} />
            </div>
          ))}
          <QuarterDial dueAt={null} cadenceMs={0} now={now} size={56} />
        </div>
      </Section>
      <Section title="Board">
        <Tabs
          label="Views"
          className="mb-1"
          items={[
            { href: '/styleguide', label: 'Open', count: 3, current: true },
            { href: '/styleguide?mine', label: 'Mine', count: 1 },
            { href: '/styleguide?private', label: 'Private' },
          ]}
        />
        <Table caption="Open incidents">
          <thead>
            <tr>
              <Th>Owed</Th>
              <Th>Severity</Th>
              <Th>Incident</Th>
              <Th>Phase</Th>
              <Th>Commander</Th>
              <Th numeric>Declared</Th>
            </tr>
          </thead>
          <tbody>
            {board.map((row) => (
              <Tr key={row.title}>
                <Td>
                  <LiveDial dueAt={now + row.left * MINUTE} cadenceMs={QUARTER} size={22} />
                </Td>
                <Td>
                  <SeverityMark severity={row.severity} />
                </Td>
                <Td className="font-medium">{row.title}</Td>
                <Td>
                  <Badge>{row.phase}</Badge>
                </Td>
                <Td>
                  <span className="flex items-center gap-2">
                    <Avatar name={row.who} size={20} silent />
                    {row.who}
                  </span>
                </Td>
                <Td numeric>
                  <Time at={now - 41 * MINUTE} />
                </Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      </Section>
      <div className="grid gap-x-12 gap-y-8 lg:grid-cols-2">
        <Section title="Words and marks">
          <div className="mt-2 flex flex-wrap gap-x-6 gap-y-2">
            {marks.map((severity) => (
              <SeverityMark key={severity ?? 'unsure'} severity={severity} />
            ))}
          </div>
          <div className="mt-3 flex flex-wrap gap-2">
            <Badge>neutral</Badge>
            <Badge tone="accent">you</Badge>
            <Badge tone="critical">critical</Badge>
            <Badge tone="high">high</Badge>
            <Badge tone="medium">medium</Badge>
            <Badge tone="low">low</Badge>
            <Badge tone="done">done</Badge>
            <Badge tone="overdue">overdue</Badge>
          </div>
          <div className="mt-3 flex flex-wrap items-center gap-2">
            {people.map((person) => (
              <Avatar key={person.id} {...person} size={32} />
            ))}
            {people.map((person) => (
              <Avatar key={person.id} {...person} size={24} />
            ))}
          </div>
          <p className="mt-3 flex flex-wrap gap-x-4">
            <Time at={now - 6 * MINUTE} />
            <Time at={now - 3 * 86_400_000} />
            <Time at={now - 40_000} form="ago" />
            <Tooltip text="Share of updates posted before they were due">Cadence score</Tooltip>
          </p>
        </Section>
        <Section title="Text">
          <Markdown text={text} className="mt-2" />
        </Section>
        <Section title="Nothing yet">
          <EmptyState
            title="Nothing is on fire"
            action={
              <Button hotkey={{ keys: 'd', label: 'Declare incident', group: 'Incident' }}>Declare incident</Button>
            }
          >
            An open incident shows here with its dial, its commander and what is owed next. Last time we learned: check
            the replica’s lag before failing over.
          </EmptyState>
        </Section>
        <Section title="On its way">
          <div className="mt-3 flex flex-col gap-3">
            <Skeleton w="40%" h="1.25rem" />
            <SkeletonText lines={3} />
          </div>
        </Section>
      </div>
    </>
  );
}
