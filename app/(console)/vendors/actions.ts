'use server';

import { requireActor } from '@/lib/auth/actor';
import { changeVendor } from '@/lib/commands/change-vendor';
import { createVendor } from '@/lib/commands/create-vendor';
import { deleteVendor } from '@/lib/commands/delete-vendor';
import { mostVendorContacts } from '@/lib/core/catalog/vendor';
import { formText } from '@/lib/core/form-text';

const lines = ['name', 'description', 'contract', 'account', 'phone', 'email', 'portal', 'statusPage'] as const;

function draftOf(form: FormData) {
  const said = Object.fromEntries(lines.map((field) => [field, formText(form, field)]));
  // One more than are taken is kept, so that it is refused and not forgotten.
  const contacts = form
    .getAll('contacts')
    .slice(0, mostVendorContacts + 1)
    .map((_, at) => ({
      name: formText(form, `contacts.${at}.name`),
      phone: formText(form, `contacts.${at}.phone`),
      email: formText(form, `contacts.${at}.email`),
    }));
  return { ...said, contacts, services: form.getAll('services').map(String) };
}

export async function addVendor(form: FormData) {
  const actor = await requireActor();
  return createVendor({ actor, requestKey: formText(form, 'requestKey').slice(0, 100) || undefined }, draftOf(form));
}

export async function saveVendor(id: string, form: FormData) {
  const actor = await requireActor();
  return changeVendor({ actor }, id, { ...draftOf(form), basis: formText(form, 'basis') });
}

export async function removeVendor(id: string) {
  const actor = await requireActor();
  return deleteVendor({ actor }, id);
}
