'use server';

import { revalidatePath } from 'next/cache';
import { type InviteState } from '@/components/people/invite-form';
import { requireActor } from '@/lib/auth/actor';
import { changePersonRole } from '@/lib/commands/change-person-role';
import { deactivatePerson } from '@/lib/commands/deactivate-person';
import { endPersonSessions } from '@/lib/commands/end-person-sessions';
import { invitePerson } from '@/lib/commands/invite-person';
import { offerRecovery } from '@/lib/commands/offer-recovery';
import { reactivatePerson } from '@/lib/commands/reactivate-person';
import { renamePerson } from '@/lib/commands/rename-person';
import { revokeInvitation } from '@/lib/commands/revoke-invitation';
import { type PersonRole, personRoles } from '@/lib/core/access/actor';
import { formText } from '@/lib/core/form-text';
import { isRefusal, type Refusal } from '@/lib/core/refusal';
import { env } from '@/lib/env';

/** Null when it was done, with the list read anew; else why not. */
function outcome(answer: object | Refusal): Refusal | null {
  if (isRefusal(answer)) return answer;
  revalidatePath('/people');
  return null;
}

export async function changeRoleAction(id: string, form: FormData): Promise<Refusal | null> {
  const actor = await requireActor();
  return outcome(await changePersonRole({ actor }, id, { role: formText(form, 'role') }));
}

export async function renameAction(id: string, form: FormData): Promise<Refusal | null> {
  const actor = await requireActor();
  return outcome(await renamePerson({ actor }, id, { name: formText(form, 'name') }));
}

export async function deactivateAction(id: string): Promise<Refusal | null> {
  const actor = await requireActor();
  return outcome(await deactivatePerson({ actor }, id));
}

export async function reactivateAction(id: string): Promise<Refusal | null> {
  const actor = await requireActor();
  return outcome(await reactivatePerson({ actor }, id));
}

export async function signOutAction(id: string): Promise<Refusal | null> {
  const actor = await requireActor();
  return outcome(await endPersonSessions({ actor }, id));
}

export async function offerRecoveryAction(id: string): Promise<{ link: string; expiresAt: string } | Refusal> {
  const actor = await requireActor();
  const answer = await offerRecovery({ actor }, id);
  return isRefusal(answer) ? answer : { link: `${env.QUARTERDECK_URL}${answer.path}`, expiresAt: answer.expiresAt };
}

export async function revokeInvitationAction(id: string): Promise<Refusal | null> {
  const actor = await requireActor();
  return outcome(await revokeInvitation({ actor }, id));
}

export async function inviteAction(_state: InviteState, form: FormData): Promise<InviteState> {
  const actor = await requireActor();
  const draft = { email: formText(form, 'email'), role: formText(form, 'role'), days: formText(form, 'days') };
  const answer = await invitePerson({ actor }, draft);
  if (!isRefusal(answer)) {
    return { link: `${env.QUARTERDECK_URL}${answer.path}`, email: answer.email, expiresAt: answer.expiresAt };
  }
  const role: PersonRole = personRoles.find((known) => known === draft.role) ?? 'responder';
  return { refusal: answer, email: draft.email, role, days: draft.days };
}
