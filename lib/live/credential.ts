/** What a socket proves itself with: a token in its `auth`, or the cookie or header it came with. */
export interface Credential {
  authorization: string | null;
  cookie: string | null;
}

interface Handshake {
  auth: unknown;
  headers: { authorization?: string | undefined; cookie?: string | undefined };
}

/** A token wins over a cookie, so that a program acts as itself. */
export function credentialOf({ auth, headers }: Handshake): Credential {
  const token = typeof auth === 'object' && auth !== null && 'token' in auth ? auth.token : undefined;
  if (typeof token === 'string' && token.length > 0 && /^[\x21-\x7e]+$/.test(token)) {
    return { authorization: `Bearer ${token}`, cookie: null };
  }
  if (headers.authorization) return { authorization: headers.authorization, cookie: null };
  return { authorization: null, cookie: headers.cookie ?? null };
}

export function headersOf({ authorization, cookie }: Credential): Headers {
  const headers = new Headers();
  if (authorization) headers.set('authorization', authorization);
  if (cookie) headers.set('cookie', cookie);
  return headers;
}

export function keyOf({ authorization, cookie }: Credential): string {
  return authorization ?? cookie ?? '';
}
