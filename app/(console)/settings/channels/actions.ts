'use server';

import { revalidatePath } from 'next/cache';
import { requireActor } from '@/lib/auth/actor';
import { changeChannels } from '@/lib/commands/change-channels';
import { resendDelivery } from '@/lib/commands/resend-delivery';
import { formText } from '@/lib/core/form-text';
import { isRefusal, type Refusal } from '@/lib/core/refusal';

function outcome(answer: object): Refusal | null {
  revalidatePath('/settings/channels');
  return isRefusal(answer) ? answer : null;
}

async function change(draft: Record<string, unknown>): Promise<Refusal | null> {
  const actor = await requireActor();
  return outcome(await changeChannels({ actor }, draft));
}

/** An empty field is one that was not given. */
const given = (form: FormData, name: string) => formText(form, name) || undefined;

export async function saveMailAction(form: FormData): Promise<Refusal | null> {
  return change({
    email: {
      host: formText(form, 'email.host'),
      port: Number(formText(form, 'email.port')),
      secure: formText(form, 'email.secure') === 'tls',
      from: formText(form, 'email.from'),
      user: given(form, 'email.user'),
      password: given(form, 'email.password'),
    },
  });
}

export async function takeMailAction(): Promise<Refusal | null> {
  return change({ email: null });
}

export async function saveTwilioAction(form: FormData): Promise<Refusal | null> {
  return change({
    twilio: {
      accountSid: formText(form, 'twilio.accountSid'),
      authToken: given(form, 'twilio.authToken'),
      from: formText(form, 'twilio.from'),
      baseUrl: given(form, 'twilio.baseUrl'),
    },
  });
}

export async function takeTwilioAction(): Promise<Refusal | null> {
  return change({ twilio: null });
}

export async function savePrivateAction(form: FormData): Promise<Refusal | null> {
  const allowPrivate = formText(form, 'allowPrivate')
    .split(/\s+/)
    .filter((line) => line !== '');
  return change({ allowPrivate });
}

export async function resendAction(id: string): Promise<Refusal | null> {
  const actor = await requireActor();
  return outcome(await resendDelivery({ actor }, id));
}
