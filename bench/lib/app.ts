import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { AppServer } from '@/e2e/fixtures/server';
import { emailOf, password } from '@/e2e/fixtures/members';
import { ensureBuild } from '@/lib/start/build';
import { bundle } from '@/lib/start/testing/bundle';

export interface App {
  server: AppServer;
  /** A token of a responder. */
  token: string;
  /** The cookie of an administrator's session. */
  cookie: string;
}

/** The real app on its production build, with a database of its own and the sample company in it. */
export async function startApp(): Promise<App> {
  process.env.QUARTERDECK_BUILD ??= await ensureBuild();
  const server = await AppServer.start({ LOG_LEVEL: 'error' });
  const env = { ...process.env, DATABASE_URL: server.databaseUrl, LOG_LEVEL: 'error' };
  const { stdout } = await promisify(execFile)(process.execPath, [await bundle('e2e/fixtures/admit-company.ts')], {
    env,
  });
  const tokens = JSON.parse(stdout.trim().split('\n').at(-1) ?? '{}') as Record<string, string>;
  const signedIn = await fetch(`${server.url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: server.url },
    body: JSON.stringify({ email: emailOf('ada'), password }),
  });
  if (!signedIn.ok) throw new Error(await signedIn.text());
  const cookie = signedIn.headers
    .getSetCookie()
    .map((line) => line.split(';', 1)[0])
    .join('; ');
  return { server, token: tokens.responder ?? '', cookie };
}
