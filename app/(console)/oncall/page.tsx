import { Plus } from 'lucide-react';
import { type Metadata } from 'next';
import { CalendarFeed } from '@/components/oncall/calendar-feed';
import { MyShifts } from '@/components/oncall/my-shifts';
import { OfferRows } from '@/components/oncall/offer-rows';
import { ScheduleRows } from '@/components/oncall/schedule-rows';
import { Page, PageHeader } from '@/components/shell/page-header';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { requireActor } from '@/lib/auth/actor';
import { mayAct, mayAdminister } from '@/lib/core/access/may';
import { readFeedMark } from '@/lib/queries/calendar-feed';
import { readOwnRota } from '@/lib/queries/own-rota';
import { readSchedules } from '@/lib/queries/schedules';
import { readPeopleChoices } from '@/lib/queries/teams';
import { answerOffer, makeFeed, offer, revokeFeed, withdrawOffer } from './actions';

export const metadata: Metadata = { title: 'On call' };

export default async function OnCallPage() {
  const actor = await requireActor();
  const [{ schedules }, own, feed, people] = await Promise.all([
    readSchedules(),
    readOwnRota(actor),
    readFeedMark(actor, null),
    readPeopleChoices(true),
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
        <div className="flex flex-col gap-8">
          <ScheduleRows schedules={schedules} />
          {mayAct(actor) && (
            <>
              <OfferRows toMe={own.toMe} mine={own.mine} answer={answerOffer} withdraw={withdrawOffer} />
              <MyShifts
                shifts={own.shifts}
                now={own.now}
                people={people.filter(({ id }) => id !== actor.id)}
                returns={own.returns}
                offer={offer}
              />
              <CalendarFeed
                shows="your shifts"
                feed={feed}
                make={makeFeed.bind(null, null)}
                revoke={revokeFeed.bind(null, null)}
              />
            </>
          )}
        </div>
      )}
    </Page>
  );
}
