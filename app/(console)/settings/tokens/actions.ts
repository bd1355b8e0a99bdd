'use server';

import { revalidatePath } from 'next/cache';
import { type TokenState } from '@/components/account/token-form';
import { requireActor } from '@/lib/auth/actor';
import { createToken } from '@/lib/commands/create-token';
import { revokeToken } from '@/lib/commands/revoke-token';
import { personRoles } from '@/lib/core/access/actor';
import { formText } from '@/lib/core/form-text';
import { isRefusal, type Refusal } from '@/lib/core/refusal';

export async function createTokenAction(_state: TokenState, form: FormData): Promise<TokenState> {
  const actor = await requireActor();
  const draft = { name: formText(form, 'name'), role: formText(form, 'role') };
  const answer = await createToken({ actor }, draft);
  if (isRefusal(answer)) {
    const role = personRoles.find((known) => known === draft.role) ?? 'responder';
    return { refusal: answer, name: draft.name, role };
  }
  revalidatePath('/settings/tokens');
  return { token: answer.token, name: answer.name };
}

export async function revokeTokenAction(id: string): Promise<Refusal | null> {
  const actor = await requireActor();
  const answer = await revokeToken({ actor }, id);
  if (isRefusal(answer)) return answer;
  revalidatePath('/settings/tokens');
  return null;
}
