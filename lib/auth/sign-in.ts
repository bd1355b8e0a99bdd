import { isAPIError } from 'better-auth/api';
import { z } from 'zod';
import { emailInput } from '@/lib/core/access/person-input';
import { parse } from '@/lib/core/parse';
import { isRefusal, type Refusal, refuse } from '@/lib/core/refusal';
import { auth } from './auth';

const signInInput = z.object({
  email: emailInput,
  password: z.string().min(1, 'Type your password.').max(1000, 'This is too long for a password.'),
});

/** Signs a person in by password and sets the cookie of the request being answered. Refusals never tell whether an account exists. */
export async function signIn(headers: Headers, draft: unknown): Promise<Refusal | null> {
  const parsed = parse(signInInput, draft);
  if (isRefusal(parsed)) return { ...parsed, message: Object.values(parsed.fields ?? {}).join(' ') };
  return attempt(() => auth().api.signInEmail({ body: parsed.input, headers }));
}

/** Signs in as anybody: in a demo only, whose people are samples. Elsewhere it throws. */
export async function signInAsSample(headers: Headers, personId: string): Promise<void> {
  await auth().api.signInDemo({ body: { personId }, headers });
}

/** Signs out the session of the request being answered. */
export async function signOut(headers: Headers): Promise<void> {
  await auth().api.signOut({ headers });
}

async function attempt(work: () => Promise<unknown>): Promise<Refusal | null> {
  try {
    await work();
    return null;
  } catch (error) {
    if (!isAPIError(error)) throw error;
    if (error.status === 'TOO_MANY_REQUESTS') return refuse('too-many', error.message);
    if (error.status === 'FORBIDDEN') return refuse('not-allowed', error.message);
    return refuse('not-signed-in', 'The e-mail address or the password is wrong.');
  }
}
