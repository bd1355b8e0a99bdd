'use server';

import { requireActor } from '@/lib/auth/actor';
import { changeTeam } from '@/lib/commands/change-team';
import { createTeam } from '@/lib/commands/create-team';
import { deleteTeam } from '@/lib/commands/delete-team';
import { formText } from '@/lib/core/form-text';

function draftOf(form: FormData) {
  return {
    name: formText(form, 'name'),
    description: formText(form, 'description'),
    members: form.getAll('members').map(String),
    leads: form.getAll('leads').map(String),
  };
}

export async function addTeam(form: FormData) {
  const actor = await requireActor();
  return createTeam({ actor, requestKey: formText(form, 'requestKey').slice(0, 100) || undefined }, draftOf(form));
}

export async function saveTeam(id: string, form: FormData) {
  const actor = await requireActor();
  return changeTeam({ actor }, id, { ...draftOf(form), basis: formText(form, 'basis') });
}

export async function removeTeam(id: string) {
  const actor = await requireActor();
  return deleteTeam({ actor }, id);
}
