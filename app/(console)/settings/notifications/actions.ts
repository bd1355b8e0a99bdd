'use server';

import { revalidatePath } from 'next/cache';
import { requireActor } from '@/lib/auth/actor';
import { addContactMethod } from '@/lib/commands/add-contact-method';
import { changeNotificationRules } from '@/lib/commands/change-notification-rules';
import { removeContactMethod } from '@/lib/commands/remove-contact-method';
import { sendContactCode } from '@/lib/commands/send-contact-code';
import { testContactMethod } from '@/lib/commands/test-contact-method';
import { verifyContactMethod } from '@/lib/commands/verify-contact-method';
import { formText } from '@/lib/core/form-text';
import { addressInput, shownAs } from '@/lib/core/notification/channels';
import { usualRules } from '@/lib/core/notification/rules';
import { isRefusal, type Refusal } from '@/lib/core/refusal';
import { readOwnNotifications } from '@/lib/queries/own-notifications';

function outcome(answer: object): Refusal | null {
  revalidatePath('/settings/notifications');
  return isRefusal(answer) ? answer : null;
}

export async function addMethodAction(form: FormData): Promise<Refusal | null> {
  const actor = await requireActor();
  const channel = formText(form, 'channel');
  const typed = formText(form, 'address');
  const address = channel === 'webhook' ? JSON.stringify({ url: typed, secret: formText(form, 'secret') }) : typed;
  return outcome(await addContactMethod({ actor }, { channel, address, label: formText(form, 'label') || undefined }));
}

export async function verifyMethodAction(id: string, form: FormData): Promise<Refusal | null> {
  const actor = await requireActor();
  return outcome(await verifyContactMethod({ actor }, id, { code: formText(form, 'code') }));
}

export async function sendCodeAction(id: string): Promise<Refusal | null> {
  const actor = await requireActor();
  return outcome(await sendContactCode({ actor }, id));
}

export async function testMethodAction(id: string): Promise<Refusal | null> {
  const actor = await requireActor();
  return outcome(await testContactMethod({ actor }, id));
}

export async function removeMethodAction(id: string): Promise<Refusal | null> {
  const actor = await requireActor();
  return outcome(await removeContactMethod({ actor }, id));
}

export async function saveRulesAction(form: FormData): Promise<Refusal | null> {
  const actor = await requireActor();
  const methods = form.getAll('method').filter((id) => typeof id === 'string');
  const page = methods.flatMap((method) => {
    const after = formText(form, `page.${method}`);
    return after === '' ? [] : [{ method, afterMinutes: Number(after) }];
  });
  const quiet = {
    from: formText(form, 'from'),
    until: formText(form, 'until'),
    timeZone: formText(form, 'timeZone'),
  };
  const draft = { page, news: form.getAll('news'), quiet: form.has('quiet') ? quiet : null };
  return outcome(await changeNotificationRules({ actor }, draft));
}

export async function usualRulesAction(): Promise<Refusal | null> {
  const actor = await requireActor();
  return outcome(await changeNotificationRules({ actor }, usualRules));
}

/** The reader's contact method that this browser's subscription is, if it is one by which messages still arrive. */
export async function findBrowserAction(subscription: string): Promise<string | null> {
  const actor = await requireActor();
  const read = addressInput('push').safeParse(subscription);
  if (!read.success) return null;
  const shown = shownAs('push', read.data);
  const { methods } = await readOwnNotifications(actor);
  return methods.find((method) => method.channel === 'push' && method.shown === shown && !method.gone)?.id ?? null;
}
