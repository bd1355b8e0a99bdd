import { passkey } from '@better-auth/passkey';
import { betterAuth, type GenericEndpointContext } from 'better-auth';
import { APIError, createAuthMiddleware, getSessionFromCtx, isAPIError } from 'better-auth/api';
import { prismaAdapter } from 'better-auth/adapters/prisma';
import { nextCookies } from 'better-auth/next-js';
import { DAY, SECOND } from '@/lib/core/instant';
import { passwordLength } from '@/lib/core/access/password';
import { env } from '@/lib/env';
import { log } from '@/lib/log';
import { authDatabase } from './auth-database';
import { demoSignIn } from './demo-sign-in';
import { passkeyAdded, passkeyFor } from './passkey-registration';
import { allowAttempt, forgiveAttempts, limitWindowMs } from './sign-in-limit';

const seconds = (ms: number) => ms / SECOND;
const window = seconds(limitWindowMs);

function makeAuth() {
  const url = env.QUARTERDECK_URL;
  return betterAuth({
    appName: 'Quarterdeck',
    baseURL: url,
    basePath: '/api/auth',
    secret: env.QUARTERDECK_SECRET,
    trustedOrigins: env.NODE_ENV === 'development' ? [url, `http://localhost:${env.PORT}`] : [url],
    database: prismaAdapter(authDatabase, { provider: 'postgresql' }),
    telemetry: { enabled: false },
    logger: { level: 'error', log: note },
    onAPIError: { onError: noteError },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLength.min,
      maxPasswordLength: passwordLength.max,
    },
    user: {
      modelName: 'person',
      additionalFields: {
        role: { type: 'string', required: true, input: false },
        active: { type: 'boolean', required: true, input: false },
        timeZone: { type: 'string', required: false, input: false },
      },
    },
    session: { expiresIn: seconds(30 * DAY), updateAge: seconds(DAY) },
    // Sign-in itself is limited by address and by account in the hooks below; this is for all other addresses.
    rateLimit: {
      enabled: true,
      storage: 'database',
      window,
      max: 600,
      customRules: { '/sign-in/email': false, '/passkey/verify-authentication': { window, max: 60 } },
    },
    advanced: {
      cookiePrefix: 'quarterdeck',
      useSecureCookies: url.startsWith('https:'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax' },
      ipAddress: { ipAddressHeaders: ['x-forwarded-for'], ipv6Subnet: 128 },
    },
    databaseHooks: { session: { create: { before: refuseInactive } } },
    hooks: { before: limitSignIn, after: forgiveSignIn },
    plugins: [
      passkey({
        rpID: new URL(url).hostname,
        rpName: 'Quarterdeck',
        origin: new URL(url).origin,
        authenticatorSelection: { residentKey: 'required', userVerification: 'preferred' },
        registration: { requireSession: false, resolveUser: passkeyFor, afterVerification: passkeyAdded },
      }),
      demoSignIn(),
      nextCookies(),
    ],
  });
}

function note(_level: string, message: string, ...details: unknown[]): void {
  log.error({ message, details: details.map(String) }, 'sign-in');
}

/** A refusal is an answer, not an error of ours. */
function noteError(error: unknown): void {
  if (!isAPIError(error)) log.error({ error: String(error) }, 'sign-in failed');
}

async function refuseInactive({ userId }: { userId: string }): Promise<void> {
  const person = await authDatabase.person.findUnique({ where: { id: userId }, select: { active: true } });
  if (person?.active) return;
  throw new APIError('FORBIDDEN', {
    message: 'This account is deactivated. Ask an administrator to reactivate it.',
  });
}

const limitSignIn = createAuthMiddleware(async (context) => {
  if (context.path === '/passkey/generate-register-options') return refuseStale(context);
  if (context.path !== '/sign-in/email') return;
  const { email } = context.body as { email?: unknown };
  const refusal = await allowAttempt(context.headers, String(email));
  if (refusal) throw new APIError('TOO_MANY_REQUESTS', { message: refusal.message });
});

/** A passkey outlives its session: an open laptop found a day later must not be enough to make one. */
async function refuseStale(context: GenericEndpointContext): Promise<void> {
  const session = await getSessionFromCtx(context);
  if (!session || Date.now() - session.session.createdAt.getTime() < DAY) return;
  throw new APIError('FORBIDDEN', {
    message: 'You signed in more than a day ago. Sign in again, then add the passkey.',
  });
}

const forgiveSignIn = createAuthMiddleware(async (context) => {
  if (context.path !== '/sign-in/email' || !context.context.newSession) return;
  await forgiveAttempts(context.headers, context.context.newSession.user.email);
});

let made: ReturnType<typeof makeAuth> | null = null;

/** The sign-in library, made when first needed: the secret is known only once the app has started. */
export function auth(): ReturnType<typeof makeAuth> {
  return (made ??= makeAuth());
}
