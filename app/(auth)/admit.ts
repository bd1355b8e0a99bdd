'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { type AdmissionState } from '@/components/account/admission-form';
import { formText } from '@/lib/core/form-text';
import { admitWithPassword } from '@/lib/auth/admit-with-password';

async function admit(kind: 'set-up' | 'invitation', form: FormData): Promise<AdmissionState> {
  const [name, email] = [formText(form, 'name'), formText(form, 'email')];
  const draft = { kind, name, email, token: formText(form, 'token'), password: formText(form, 'password') };
  const refusal = await admitWithPassword(await headers(), draft);
  return refusal ? { refusal, name, email } : redirect('/');
}

export async function setUpAction(_state: AdmissionState, form: FormData): Promise<AdmissionState> {
  return admit('set-up', form);
}

export async function acceptAction(_state: AdmissionState, form: FormData): Promise<AdmissionState> {
  return admit('invitation', form);
}
