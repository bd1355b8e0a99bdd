import { ChevronLeft, ChevronRight } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { Tabs } from '@/components/ui/tabs';
import type { CalendarView } from '@/lib/core/oncall/calendar';
import { monthWords, rangeWords, zoneWords } from './wall-words';

type CalendarBarProps = {
  id: string;
  view: CalendarView;
  shown: { first: string; last: string };
  on: string;
  /** Days within the views before and after. */
  before: string;
  after: string;
  zone: string;
};

/** Which days are in sight, the way to others, and the ways to look at them. */
export function CalendarBar({ id, view, shown, on, before, after, zone }: CalendarBarProps) {
  const to = (which: CalendarView, day: string | null) => `/oncall/${id}?view=${which}${day ? `&on=${day}` : ''}`;
  const tab = (which: CalendarView, label: string) => ({
    href: to(which, on),
    label,
    current: which === view,
  });
  return (
    <div className="mb-2 flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
      <div className="-ml-2 flex items-center gap-1">
        <IconButton href={to(view, before)} label="Earlier" icon={<ChevronLeft />} hotkey={{ keys: '[' }} />
        <Button href={to(view, null)} size="sm">
          Today
        </Button>
        <IconButton href={to(view, after)} label="Later" icon={<ChevronRight />} hotkey={{ keys: ']' }} />
        <span className="ml-2">
          <span className="font-medium">{view === 'month' ? monthWords(on) : rangeWords(shown.first, shown.last)}</span>{' '}
          <span className="text-xs text-muted">in {zoneWords(zone)}</span>
        </span>
      </div>
      <Tabs label="Calendar views" items={[tab('week', 'Week'), tab('month', 'Month'), tab('list', 'List')]} />
    </div>
  );
}
