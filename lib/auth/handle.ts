import { transact } from '@/lib/store/transact';
import { auth } from './auth';
import { inUnit } from './auth-database';

/** What browsers and programs may ask of the sign-in library. All else it offers is done by our own acts, which record facts. */
const open = new Set([
  '/sign-in/email',
  '/sign-out',
  '/passkey/generate-authenticate-options',
  '/passkey/verify-authentication',
  '/passkey/generate-register-options',
  '/passkey/verify-registration',
]);

/** An answer that must leave nothing behind in the database. */
class Undone extends Error {
  constructor(readonly response: Response) {
    super('The request was refused.');
  }
}

/** Answers `/api/auth/…`. Making a passkey is one transaction with its facts, and with the person it lets in. */
export async function handleAuth(request: Request): Promise<Response> {
  const path = new URL(request.url).pathname.replace(/^\/api\/auth/, '');
  if (!open.has(path)) return Response.json({ message: 'There is nothing at this address.' }, { status: 404 });
  if (path !== '/passkey/verify-registration') return auth().handler(request);
  try {
    return await transact((unit) =>
      inUnit(unit, async () => {
        const response = await auth().handler(request.clone());
        if (!response.ok) throw new Undone(response);
        return response;
      }),
    );
  } catch (error) {
    if (error instanceof Undone) return error.response;
    throw error;
  }
}
