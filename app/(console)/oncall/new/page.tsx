import { type Metadata } from 'next';
import { redirect } from 'next/navigation';
import { ScheduleForm } from '@/components/oncall/schedule-form';
import { Page, PageHeader } from '@/components/shell/page-header';
import { requireActor } from '@/lib/auth/actor';
import { readerZone } from '@/lib/auth/reader-zone';
import { mayAdminister } from '@/lib/core/access/may';
import { dayNamed, mondayOf } from '@/lib/core/oncall/calendar';
import { readNow } from '@/lib/queries/schedules';
import { readPeopleChoices } from '@/lib/queries/teams';
import { addSchedule, preview } from '../actions';

export const metadata: Metadata = { title: 'Write a schedule' };

export default async function NewSchedulePage() {
  const actor = await requireActor();
  if (!mayAdminister(actor)) redirect('/oncall');
  const [zone, now, people] = await Promise.all([readerZone(), readNow(), readPeopleChoices(true)]);
  return (
    <Page>
      <PageHeader
        back={{ href: '/oncall', label: 'On call' }}
        title="Write a schedule"
        lead="Who takes turns, and when duty passes on. Times are on the wall: nine stays nine when the clocks change."
      />
      <ScheduleForm
        schedule={null}
        zone={zone}
        monday={mondayOf(dayNamed(undefined, now, zone))}
        people={people}
        save={addSchedule}
        preview={preview}
        leave="/oncall"
      />
    </Page>
  );
}
