import { Plus } from 'lucide-react';
import { type Metadata } from 'next';
import { AwayRows } from '@/components/oncall/away-rows';
import { CalendarFeed } from '@/components/oncall/calendar-feed';
import { ImportDialog } from '@/components/oncall/import-dialog';
import { MyShifts } from '@/components/oncall/my-shifts';
import { NamedTimes } from '@/components/oncall/named-times';
import { OfferRows } from '@/components/oncall/offer-rows';
import { ScheduleRows } from '@/components/oncall/schedule-rows';
import { Page, PageHeader } from '@/components/shell/page-header';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { FocusHeir } from '@/components/ui/focus-heir';
import { requireActor } from '@/lib/auth/actor';
import { readerZone } from '@/lib/auth/reader-zone';
import { mayAct, mayAdminister } from '@/lib/core/access/may';
import { readAway, readTimeOff } from '@/lib/queries/away';
import { readFeedMark } from '@/lib/queries/calendar-feed';
import { readOwnRota } from '@/lib/queries/own-rota';
import { readSchedules } from '@/lib/queries/schedules';
import { readPeopleChoices } from '@/lib/queries/teams';
import { answerOffer, dropTimeOff, makeFeed, offer, remindMe, revokeFeed, takeTimeOff, withdrawOffer } from './actions';

export const metadata: Metadata = { title: 'On call' };

export default async function OnCallPage() {
  const actor = await requireActor();
  const [{ schedules }, own, feed, people, away, timeOff, zone] = await Promise.all([
    readSchedules(),
    readOwnRota(actor),
    readFeedMark(actor, null),
    readPeopleChoices(true),
    readAway('all'),
    readTimeOff(actor.id),
    readerZone(),
  ]);
  const add = mayAdminister(actor) && (
    <Button href="/oncall/new" tone="primary" icon={<Plus />} hotkey={{ keys: 'a', label: 'Write a schedule' }}>
      Write a schedule
    </Button>
  );
  return (
    <Page>
      <PageHeader
        title="On call"
        lead="Who is called when something breaks: now, next, and where nobody would be."
        actions={schedules.length > 0 && add}
      />
      {schedules.length === 0 ? (
        <EmptyState title="No schedules yet" action={add}>
          {add
            ? 'Write down who takes turns, and when duty passes on: '
            : 'An administrator writes down here who takes turns, and when duty passes on: '}
          then an escalation policy calls whoever is on call, and a page never goes to somebody who is asleep by right.
        </EmptyState>
      ) : (
        <FocusHeir className="flex flex-col gap-8">
          {mayAct(actor) && <OfferRows toMe={own.toMe} mine={own.mine} answer={answerOffer} withdraw={withdrawOffer} />}
          <ScheduleRows schedules={schedules} />
          <AwayRows away={away} />
          {mayAct(actor) && (
            <>
              <MyShifts
                shifts={own.shifts}
                now={own.now}
                people={people.filter(({ id }) => id !== actor.id)}
                returns={own.returns}
                offer={offer}
                reminder={own.reminder}
                remind={remindMe}
              />
              <NamedTimes
                title="Time off"
                times={timeOff}
                zone={zone}
                empty="Import the days on which you are away from your calendar: whoever plans sees where you would be on call all the same."
                importing={
                  <ImportDialog
                    title="Import time off"
                    words="A calendar of days off, in place of what was imported before. Others see when you are on call but away, not why. Nobody is called instead of you until a shift is taken over."
                    people={mayAdminister(actor) ? people : []}
                    me={actor.id}
                    save={takeTimeOff}
                  />
                }
                clear={dropTimeOff}
              />
              <CalendarFeed
                shows="your shifts"
                feed={feed}
                make={makeFeed.bind(null, null)}
                revoke={revokeFeed.bind(null, null)}
              />
            </>
          )}
        </FocusHeir>
      )}
    </Page>
  );
}
