import { hashPassword } from 'better-auth/crypto';
import { z } from 'zod';
import { emailInput, nameInput } from '@/lib/core/access/person-input';
import { parse } from '@/lib/core/parse';
import { isRefusal, type Refusal, refuse } from '@/lib/core/refusal';
import { transact } from '@/lib/store/transact';
import { admit, linkInput, readAdmission } from './admission';
import { judgePassword } from './judge-password';
import { signIn } from './sign-in';

const input = linkInput.extend({ name: nameInput, email: emailInput, password: z.string() });

/** Makes the account that a link is for, with a password, and signs it in. Answers null, or why not. */
export async function admitWithPassword(headers: Headers, draft: unknown): Promise<Refusal | null> {
  const parsed = parse(input, draft);
  if (isRefusal(parsed)) return parsed;
  const { kind, token, name, password } = parsed.input;
  const admission = await readAdmission({ kind, token });
  if (isRefusal(admission)) return admission;
  const email = admission.email ?? parsed.input.email;
  const problem = await judgePassword(password, { name, email });
  if (problem) return refuse('invalid', problem, { password: problem });
  const passwordHash = await hashPassword(password);
  const person = await transact((unit) => admit(unit, { kind, token }, { name, email, passwordHash }));
  if (isRefusal(person)) return person;
  return signIn(headers, { email, password });
}
