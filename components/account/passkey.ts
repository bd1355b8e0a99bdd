import {
  browserSupportsWebAuthn,
  startAuthentication,
  startRegistration,
  WebAuthnError,
} from '@simplewebauthn/browser';

type Problem = { problem: string };
type RequestOptions = Parameters<typeof startAuthentication>[0]['optionsJSON'];
type CreationOptions = Parameters<typeof startRegistration>[0]['optionsJSON'];

/** Signs in with a passkey of this device. Answers null, or a sentence on why not. */
export async function signInWithPasskey(): Promise<string | null> {
  return ceremony(async () => {
    const options = await ask<RequestOptions>('generate-authenticate-options');
    if ('problem' in options) return options.problem;
    const response = await startAuthentication({ optionsJSON: options });
    const done = await ask('verify-authentication', { response });
    return 'problem' in done ? done.problem : null;
  });
}

/**
 * Makes a passkey: for whoever is signed in, or with `newcomer`, for somebody who holds a link and is signed in by it.
 * Answers null, or a sentence on why not.
 */
export async function makePasskey(name: string | null, newcomer?: object): Promise<string | null> {
  return ceremony(async () => {
    const query = newcomer ? `?${new URLSearchParams({ context: JSON.stringify(newcomer) }).toString()}` : '';
    const options = await ask<CreationOptions>(`generate-register-options${query}`);
    if ('problem' in options) return options.problem;
    const response = await startRegistration({ optionsJSON: options });
    const done = await ask('verify-registration', {
      response,
      ...(name && { name }),
      ...(newcomer && { createSession: true }),
    });
    return 'problem' in done ? done.problem : null;
  });
}

async function ask<Answer extends object>(path: string, body?: object): Promise<Answer | Problem> {
  const response = await fetch(`/api/auth/passkey/${path}`, {
    ...(body && {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  });
  const answer = (await response.json().catch(() => null)) as (Answer & { message?: string }) | null;
  if (response.ok && answer) return answer;
  return { problem: answer?.message ?? 'The server did not answer as expected. Nothing was changed; try again.' };
}

async function ceremony(run: () => Promise<string | null>): Promise<string | null> {
  if (!browserSupportsWebAuthn()) return 'This browser cannot use passkeys here. They need https, or localhost.';
  try {
    return await run();
  } catch (error) {
    if (error instanceof WebAuthnError && error.code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED') {
      return 'This device has a passkey for your account already.';
    }
    if (error instanceof TypeError) return 'The server could not be reached. Try again.';
    return 'No passkey was used: it was cancelled, took too long, or this device has none.';
  }
}
