'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { type SignInState } from '@/components/account/sign-in-form';
import { formText } from '@/lib/core/form-text';
import { inside } from '@/lib/auth/inside';
import { signIn, signInAsSample } from '@/lib/auth/sign-in';

export async function signInAction(_state: SignInState, form: FormData): Promise<SignInState> {
  const email = formText(form, 'email');
  const refusal = await signIn(await headers(), { email, password: formText(form, 'password') });
  if (refusal) return { refusal, email };
  redirect(inside(formText(form, 'next')));
}

/** Signs in as one of the sample people: in a demo only. */
export async function signInAsSampleAction(form: FormData): Promise<void> {
  await signInAsSample(await headers(), formText(form, 'person'));
  redirect(inside(formText(form, 'next')));
}
