'use server';

import { revalidatePath } from 'next/cache';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { requireSession } from '@/lib/auth/actor';
import { changePassword } from '@/lib/auth/change-password';
import { changeAccount } from '@/lib/commands/change-account';
import { endOwnSession, endOwnSessions } from '@/lib/commands/end-own-sessions';
import { removePasskey } from '@/lib/commands/remove-passkey';
import { renamePasskey } from '@/lib/commands/rename-passkey';
import { formText } from '@/lib/core/form-text';
import { isRefusal, type Refusal } from '@/lib/core/refusal';

function outcome(answer: object | null): Refusal | null {
  if (isRefusal(answer)) return answer;
  revalidatePath('/settings/account');
  return null;
}

export async function saveProfileAction(form: FormData): Promise<Refusal | null> {
  const { actor } = await requireSession();
  const draft = {
    name: formText(form, 'name'),
    timeZone: formText(form, 'timeZone') || null,
    language: formText(form, 'language') || null,
  };
  const answer = await changeAccount({ actor }, draft);
  // The name and the zone are shown around every screen.
  if (!isRefusal(answer)) revalidatePath('/', 'layout');
  return outcome(answer);
}

export async function changePasswordAction(form: FormData): Promise<Refusal | null> {
  const session = await requireSession();
  const draft = { current: formText(form, 'current'), next: formText(form, 'next') };
  return outcome(await changePassword(session, await headers(), draft));
}

export async function renamePasskeyAction(id: string, form: FormData): Promise<Refusal | null> {
  const { actor } = await requireSession();
  return outcome(await renamePasskey({ actor }, id, { name: formText(form, 'name') }));
}

export async function removePasskeyAction(id: string): Promise<Refusal | null> {
  const { actor } = await requireSession();
  return outcome(await removePasskey({ actor }, id));
}

export async function endSessionAction(id: string): Promise<Refusal | null> {
  const { actor } = await requireSession();
  return outcome(await endOwnSession({ actor }, id));
}

export async function endOthersAction(): Promise<Refusal | null> {
  const { actor, sessionId } = await requireSession();
  return outcome(await endOwnSessions({ actor }, sessionId));
}

export async function endAllAction(): Promise<Refusal | null> {
  const { actor } = await requireSession();
  const answer = await endOwnSessions({ actor });
  return isRefusal(answer) ? answer : redirect('/sign-in');
}
