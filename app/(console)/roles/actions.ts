'use server';

import { requireActor } from '@/lib/auth/actor';
import { changeRole } from '@/lib/commands/change-role';
import { createRole } from '@/lib/commands/create-role';
import { deleteRole } from '@/lib/commands/delete-role';
import { formText } from '@/lib/core/form-text';

function draftOf(form: FormData) {
  return {
    name: formText(form, 'name'),
    instructions: formText(form, 'instructions'),
    owedAt: form.getAll('owedAt').map(String),
  };
}

export async function addRole(form: FormData) {
  const actor = await requireActor();
  return createRole({ actor, requestKey: formText(form, 'requestKey').slice(0, 100) || undefined }, draftOf(form));
}

export async function saveRole(key: string, form: FormData) {
  const actor = await requireActor();
  return changeRole({ actor }, key, { ...draftOf(form), basis: formText(form, 'basis') });
}

export async function removeRole(key: string) {
  const actor = await requireActor();
  return deleteRole({ actor }, key);
}
