import { type Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { ScheduleForm } from '@/components/oncall/schedule-form';
import { Page, PageHeader } from '@/components/shell/page-header';
import { requireActor } from '@/lib/auth/actor';
import { mayAdminister } from '@/lib/core/access/may';
import { dayNamed, mondayOf } from '@/lib/core/oncall/calendar';
import { readSchedule } from '@/lib/queries/schedules';
import { readPeopleChoices } from '@/lib/queries/teams';
import { preview, saveSchedule } from '../../actions';

export const metadata: Metadata = { title: 'Change a schedule' };

type Props = { params: Promise<{ id: string }> };

export default async function ChangeSchedulePage({ params }: Props) {
  const [{ id }, actor] = await Promise.all([params, requireActor()]);
  if (!mayAdminister(actor)) redirect(`/oncall/${id}`);
  const [found, people] = await Promise.all([
    readSchedule(id, (_, now) => ({ from: now, to: now })),
    readPeopleChoices(true),
  ]);
  if (!found) notFound();
  const { schedule, basis, now } = found;
  const { name, timeZone } = schedule;
  return (
    <Page>
      <PageHeader
        back={{ href: `/oncall/${id}`, label: name }}
        title={`Change ${name}`}
        lead="It governs from the moment you save it: who was on call before stays as it was."
      />
      <ScheduleForm
        schedule={{ name, timeZone, layers: schedule.versions.at(-1)?.layers ?? [], basis }}
        zone={timeZone}
        monday={mondayOf(dayNamed(undefined, now, timeZone))}
        people={people}
        save={saveSchedule.bind(null, id)}
        preview={preview}
        leave={`/oncall/${id}`}
      />
    </Page>
  );
}
