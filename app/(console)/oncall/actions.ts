'use server';

import { requireActor } from '@/lib/auth/actor';
import { readerZone } from '@/lib/auth/reader-zone';
import { addOverride } from '@/lib/commands/add-override';
import { answerSwap } from '@/lib/commands/answer-swap';
import { changeSchedule } from '@/lib/commands/change-schedule';
import { changeShiftReminder } from '@/lib/commands/change-shift-reminder';
import { createSchedule } from '@/lib/commands/create-schedule';
import { deleteSchedule } from '@/lib/commands/delete-schedule';
import { importHolidays } from '@/lib/commands/import-holidays';
import { importTimeOff } from '@/lib/commands/import-time-off';
import { makeCalendarFeed } from '@/lib/commands/make-calendar-feed';
import { offerSwap } from '@/lib/commands/offer-swap';
import { removeOverride } from '@/lib/commands/remove-override';
import { revokeCalendarFeed } from '@/lib/commands/revoke-calendar-feed';
import { withdrawSwap } from '@/lib/commands/withdraw-swap';
import { mayAdminister } from '@/lib/core/access/may';
import { isTimeZone } from '@/lib/core/access/person-input';
import { formText } from '@/lib/core/form-text';
import { momentOf } from '@/lib/core/oncall/calendar';
import { isRefusal, refuse } from '@/lib/core/refusal';
import { env } from '@/lib/env';
import { previewSchedule } from '@/lib/queries/schedule-preview';
import { draftOf } from './draft-of';

const requestKeyOf = (form: FormData) => formText(form, 'requestKey').slice(0, 100) || undefined;

/** Times are as the clocks of `zone` show them. */
export async function override(schedule: string, form: FormData) {
  const actor = await requireActor();
  const zone = formText(form, 'zone');
  const moment = (name: string) => (isTimeZone(zone) && momentOf(formText(form, name), zone)) || '';
  const draft = {
    person: formText(form, 'person'),
    from: moment('from'),
    to: moment('to'),
    reason: formText(form, 'reason'),
  };
  return addOverride({ actor, requestKey: requestKeyOf(form) }, schedule, draft);
}

export async function takeBack(schedule: string, id: string) {
  const actor = await requireActor();
  return removeOverride({ actor }, schedule, id);
}

export async function addSchedule(form: FormData) {
  const actor = await requireActor();
  return createSchedule({ actor, requestKey: requestKeyOf(form) }, draftOf(form));
}

export async function saveSchedule(id: string, form: FormData) {
  const actor = await requireActor();
  return changeSchedule({ actor }, id, { ...draftOf(form), basis: formText(form, 'basis') });
}

export async function removeSchedule(id: string) {
  const actor = await requireActor();
  return deleteSchedule({ actor }, id);
}

/** Who would be on call in the next four weeks by a draft that is kept nowhere. */
export async function preview(draft: unknown) {
  const actor = await requireActor();
  if (!mayAdminister(actor)) return refuse('not-allowed', 'Only administrators write schedules.');
  return previewSchedule(draft);
}

/** `schedule` null: the actor's own shifts. */
export async function makeFeed(schedule: string | null) {
  const actor = await requireActor();
  const made = await makeCalendarFeed({ actor }, schedule);
  return isRefusal(made) ? made : { address: new URL(`/calendars/${made.secret}.ics`, env.QUARTERDECK_URL).href };
}

export async function revokeFeed(schedule: string | null) {
  const actor = await requireActor();
  return revokeCalendarFeed({ actor }, schedule);
}

export async function offer(schedule: string, form: FormData) {
  const actor = await requireActor();
  const text = (name: string) => formText(form, name);
  const [from, to] = text('back').split(' ');
  const draft = {
    shift: { from: text('from'), to: text('until') },
    to: text('to'),
    back: from && to ? { from, to } : null,
    note: text('note'),
  };
  return offerSwap({ actor, requestKey: requestKeyOf(form) }, schedule, draft);
}

export async function answerOffer(schedule: string, id: string, take: boolean) {
  const actor = await requireActor();
  return answerSwap({ actor }, schedule, { id, take });
}

export async function withdrawOffer(schedule: string, id: string) {
  const actor = await requireActor();
  return withdrawSwap({ actor }, schedule, id);
}

export async function takeHolidays(schedule: string, form: FormData) {
  const actor = await requireActor();
  return importHolidays({ actor }, schedule, await bytesOf(form));
}

export async function dropHolidays(schedule: string) {
  const actor = await requireActor();
  return importHolidays({ actor }, schedule, null);
}

export async function takeTimeOff(form: FormData) {
  const actor = await requireActor();
  const person = formText(form, 'person') || actor.id;
  return importTimeOff({ actor }, person, { file: await bytesOf(form), zone: await readerZone() });
}

export async function dropTimeOff() {
  const actor = await requireActor();
  return importTimeOff({ actor }, actor.id, { file: null, zone: await readerZone() });
}

async function bytesOf(form: FormData): Promise<Uint8Array> {
  const file = form.get('file');
  return file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array();
}

/** Empty for never. */
export async function remindMe(form: FormData) {
  const actor = await requireActor();
  const minutes = formText(form, 'minutes');
  return changeShiftReminder({ actor }, { minutes: minutes === '' ? null : Number(minutes) });
}
