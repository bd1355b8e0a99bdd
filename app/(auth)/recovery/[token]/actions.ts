'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { recoverWithPassword } from '@/lib/auth/recovery';
import { formText } from '@/lib/core/form-text';
import { type Refusal } from '@/lib/core/refusal';

export async function recoverAction(_refusal: Refusal | null, form: FormData): Promise<Refusal | null> {
  const draft = { token: formText(form, 'token'), password: formText(form, 'password') };
  return (await recoverWithPassword(await headers(), draft)) ?? redirect('/');
}
