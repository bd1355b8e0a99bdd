'use server';

import { requireActor } from '@/lib/auth/actor';
import { changeEscalationPolicy } from '@/lib/commands/change-escalation-policy';
import { createEscalationPolicy } from '@/lib/commands/create-escalation-policy';
import { deleteEscalationPolicy } from '@/lib/commands/delete-escalation-policy';
import { formText } from '@/lib/core/form-text';

function draftOf(form: FormData) {
  return {
    name: formText(form, 'name'),
    repeats: formText(form, 'repeats'),
    ending: formText(form, 'ending'),
    // Ten steps are taken at most; one more is kept, so that it is refused and not forgotten.
    steps: form
      .getAll('step')
      .slice(0, 11)
      .map((_, at) => ({
        targets: form.getAll(`steps.${at}.targets`).map((target) => targetOf(target)),
        waitMinutes: formText(form, `steps.${at}.waitMinutes`),
      })),
  };
}

function targetOf(value: FormDataEntryValue) {
  const [kind = '', ...id] = typeof value === 'string' ? value.split(':') : [];
  return { kind, id: id.join(':') };
}

export async function addEscalationPolicy(form: FormData) {
  const actor = await requireActor();
  const requestKey = formText(form, 'requestKey').slice(0, 100) || undefined;
  return createEscalationPolicy({ actor, requestKey }, draftOf(form));
}

export async function saveEscalationPolicy(id: string, form: FormData) {
  const actor = await requireActor();
  return changeEscalationPolicy({ actor }, id, { ...draftOf(form), basis: formText(form, 'basis') });
}

export async function removeEscalationPolicy(id: string) {
  const actor = await requireActor();
  return deleteEscalationPolicy({ actor }, id);
}
