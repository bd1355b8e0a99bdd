'use server';

import { requireActor } from '@/lib/auth/actor';
import { changeService } from '@/lib/commands/change-service';
import { createService } from '@/lib/commands/create-service';
import { deleteService } from '@/lib/commands/delete-service';
import { contactOfKey } from '@/lib/core/catalog/contact';
import { mostLinks } from '@/lib/core/catalog/link';
import { formText } from '@/lib/core/form-text';

function draftOf(form: FormData) {
  return {
    name: formText(form, 'name'),
    tier: formText(form, 'tier'),
    team: formText(form, 'team') || null,
    policy: formText(form, 'policy') || null,
    description: formText(form, 'description'),
    dependencies: form.getAll('dependencies').map(String),
    primary: contactOfKey(formText(form, 'primary')),
    backup: contactOfKey(formText(form, 'backup')),
    // Twenty are taken at most; one more is kept, so that it is refused and not forgotten.
    links: form
      .getAll('links')
      .slice(0, mostLinks + 1)
      .map((_, at) => ({ name: formText(form, `links.${at}.name`), url: formText(form, `links.${at}.url`) })),
  };
}

export async function addService(form: FormData) {
  const actor = await requireActor();
  return createService({ actor, requestKey: formText(form, 'requestKey').slice(0, 100) || undefined }, draftOf(form));
}

export async function saveService(id: string, form: FormData) {
  const actor = await requireActor();
  return changeService({ actor }, id, { ...draftOf(form), basis: formText(form, 'basis') });
}

export async function removeService(id: string) {
  const actor = await requireActor();
  return deleteService({ actor }, id);
}
