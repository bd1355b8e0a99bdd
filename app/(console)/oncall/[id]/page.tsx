import { Pencil, Replace, Scale } from 'lucide-react';
import { type Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DeleteDialog } from '@/components/catalog/delete-dialog';
import { AtMoment } from '@/components/oncall/at-moment';
import { Calendar } from '@/components/oncall/calendar';
import { AwayRows } from '@/components/oncall/away-rows';
import { CalendarFeed } from '@/components/oncall/calendar-feed';
import { CalendarBar } from '@/components/oncall/calendar-bar';
import { ClockChangeRows } from '@/components/oncall/clock-change-rows';
import { DutyList } from '@/components/oncall/duty-list';
import { GapWords } from '@/components/oncall/gap-words';
import { ImportDialog } from '@/components/oncall/import-dialog';
import { LayerList } from '@/components/oncall/layer-list';
import { NamedTimes } from '@/components/oncall/named-times';
import { OverrideDialog } from '@/components/oncall/override-dialog';
import { OverrideRows } from '@/components/oncall/override-rows';
import { OnCallNow } from '@/components/oncall/schedule-rows';
import { zoneWords } from '@/components/oncall/wall-words';
import { Page, PageHeader } from '@/components/shell/page-header';
import { Button } from '@/components/ui/button';
import { FocusHeir } from '@/components/ui/focus-heir';
import { Section } from '@/components/ui/section';
import { Time } from '@/components/ui/time';
import { requireActor } from '@/lib/auth/actor';
import { readerZone } from '@/lib/auth/reader-zone';
import { mayAct, mayAdminister } from '@/lib/core/access/may';
import { HOUR, plus } from '@/lib/core/instant';
import {
  type CalendarView,
  calendarOf,
  calendarViews,
  dayNamed,
  dayOfNextView,
  daysShown,
  momentOf,
  momentsOf,
  wallAt,
} from '@/lib/core/oncall/calendar';
import { answerAt } from '@/lib/core/oncall/answer-at';
import { mayPutOnCall } from '@/lib/core/oncall/override-rule';
import { readAway } from '@/lib/queries/away';
import { readFeedMark } from '@/lib/queries/calendar-feed';
import { readSchedule } from '@/lib/queries/schedules';
import { readPeopleChoices } from '@/lib/queries/teams';
import { dropHolidays, makeFeed, override, removeSchedule, revokeFeed, takeBack, takeHolidays } from '../actions';

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ view?: string; on?: string; at?: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params;
  const found = await readSchedule(id, (_, now) => ({ from: now, to: now }));
  return { title: found?.schedule.name ?? 'Schedule' };
}

export default async function SchedulePage({ params, searchParams }: Props) {
  const [{ id }, query, actor] = await Promise.all([params, searchParams, requireActor()]);
  const view: CalendarView = calendarViews.find((one) => one === query.view) ?? 'week';
  const named = query.on ?? query.at?.slice(0, 10);
  const shownIn = (zone: string, now: string) => daysShown(view, dayNamed(named, now, zone));
  const found = await readSchedule(id, (zone, now) => momentsOf(shownIn(zone, now), zone));
  if (!found) notFound();
  const { schedule, outlook, duties, sight, holidays, clockChanges, now } = found;
  const { name, timeZone: zone } = schedule;
  const on = dayNamed(named, now, zone);
  const shown = shownIn(zone, now);
  const days = calendarOf(duties, shown, zone, holidays);
  const moment = query.at && !query.on ? momentOf(query.at, zone) : null;
  const administrator = mayAdminister(actor);
  const [feed, away, ownZone] = await Promise.all([readFeedMark(actor, id), readAway([id]), readerZone()]);
  const people = mayAct(actor)
    ? (await readPeopleChoices(true)).filter((person) => administrator || person.id === actor.id)
    : [];
  const form = people.length > 0 && {
    words: administrator
      ? 'Whoever you choose is on call for that time, whoever the layers name.'
      : 'You are on call for that time, whoever the layers name.',
    zone,
    people,
    me: actor.id,
    save: override.bind(null, id),
  };
  const layers = schedule.versions.at(-1)?.layers ?? [];
  const covers = { from: wallAt(now, zone), to: wallAt(outlook.until ?? plus(now, 12 * HOUR), zone) };
  return (
    <Page>
      <PageHeader
        back={{ href: '/oncall', label: 'On call' }}
        title={name}
        actions={
          <>
            {administrator && (
              <>
                <DeleteDialog name={name} remove={removeSchedule.bind(null, id)} then="/oncall">
                  Its overrides go with it. Past incidents keep whom they called. The audit log keeps who deleted it.
                </DeleteDialog>
                <Button
                  href={`/oncall/${id}/change`}
                  icon={<Pencil />}
                  hotkey={{ keys: 'e', label: 'Change this schedule' }}
                >
                  Change
                </Button>
              </>
            )}
            <Button
              href={`/oncall/${id}/fairness`}
              icon={<Scale />}
              hotkey={{ keys: 'f', label: 'How fair this schedule is' }}
            >
              Fairness
            </Button>
            {form && (
              <OverrideDialog
                {...form}
                {...covers}
                trigger={
                  <Button tone="primary" icon={<Replace />} hotkey={{ keys: 'o', label: 'Override' }}>
                    Override
                  </Button>
                }
              />
            )}
          </>
        }
      />
      <div className="mb-6 flex flex-wrap items-center gap-x-10 gap-y-3">
        <OnCallNow outlook={outlook} />
        <span className="text-muted">
          {outlook.next ? (
            <>
              Next {outlook.next.person.name}, <Time at={outlook.next.from} form="clock" focusable={false} />
            </>
          ) : (
            'Nobody is next'
          )}
        </span>
        <GapWords outlook={outlook} />
      </div>
      <div className="mb-6 empty:hidden">
        <AwayRows
          away={away}
          act={({ person, from, to }) =>
            form &&
            (administrator || person.id !== actor.id) && (
              <OverrideDialog
                {...form}
                me={person.id === actor.id ? '' : actor.id}
                from={wallAt(from, zone)}
                to={wallAt(to, zone)}
                trigger={<Button size="sm">{administrator ? 'Put somebody else on call' : 'Take it over'}</Button>}
              />
            )
          }
        />
      </div>
      <Section title="Calendar">
        <AtMoment
          id={id}
          view={view}
          zone={zone}
          asked={moment && query.at ? query.at : wallAt(now, zone)}
          answer={moment === null ? null : answerAt(duties, moment, zone, sight.to)}
        />
        <CalendarBar
          id={id}
          view={view}
          shown={shown}
          on={on}
          before={dayOfNextView(view, on, -1)}
          after={dayOfNextView(view, on, 1)}
          zone={zone}
        />
        {view === 'list' ? (
          <DutyList
            duties={duties}
            sight={sight}
            now={now}
            zone={zone}
            abroad={zone !== ownZone}
            override={form || null}
          />
        ) : (
          <Calendar
            view={view}
            days={days}
            today={dayNamed(undefined, now, zone)}
            month={view === 'month' ? on.slice(0, 7) : null}
            override={form || null}
          />
        )}
        <ClockChangeRows changes={clockChanges} />
      </Section>
      <FocusHeir className="mt-8 grid gap-8 md:grid-cols-2">
        <Section title="Overrides in sight" count={schedule.overrides.length}>
          <OverrideRows
            may={form !== false}
            rows={schedule.overrides.map(({ id: one, person, from, to, reason, swap }) => ({
              id: one,
              person,
              reason,
              wallFrom: wallAt(from, zone),
              wallTo: wallAt(to, zone),
              remove:
                to > now && mayPutOnCall(actor, person.id) && (swap === null || administrator)
                  ? takeBack.bind(null, id, one)
                  : null,
            }))}
          />
        </Section>
        <LayerList layers={layers} zone={zone} />
        <NamedTimes
          title="Holidays"
          times={holidays.filter(({ to }) => to > now)}
          zone={zone}
          empty="None are known. An administrator imports them from a calendar file: they are shown on the calendar, and counted for fairness."
          importing={
            administrator && (
              <ImportDialog
                title="Import holidays"
                words="It takes the place of what was imported before. Whole days are those of the schedule's zone."
                save={takeHolidays.bind(null, id)}
              />
            )
          }
          clear={administrator ? dropHolidays.bind(null, id) : null}
        />
        <CalendarFeed
          shows="this schedule"
          feed={feed}
          make={makeFeed.bind(null, id)}
          revoke={revokeFeed.bind(null, id)}
        />
      </FocusHeir>
      <p className="mt-8 text-xs text-muted">
        In the API this schedule is <code className="font-mono text-ink">{id}</code>. Its calendar is in{' '}
        {zoneWords(zone)}.
      </p>
    </Page>
  );
}
