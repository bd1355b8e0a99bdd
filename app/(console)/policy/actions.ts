'use server';

import { policyDraft } from '@/components/policy/rules-of-form';
import { requireActor } from '@/lib/auth/actor';
import { changePolicy } from '@/lib/commands/change-policy';
import { formText } from '@/lib/core/form-text';

export async function savePolicy(form: FormData) {
  const actor = await requireActor();
  return changePolicy({ actor }, { basis: formText(form, 'basis'), rules: policyDraft(form) });
}
