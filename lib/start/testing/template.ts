import { ensureTemplate, startTestPostgres } from './databases';

/** Once before the database tests: a server, unless `npm test` lent one, and the template. */
export default async function setUp(): Promise<() => Promise<void>> {
  const lent = process.env.TEST_SERVER_URL;
  const own = lent ? null : await startTestPostgres();
  process.env.TEST_SERVER_URL = lent ?? own?.url;
  await ensureTemplate(process.env.TEST_SERVER_URL ?? '');
  return async () => own?.stop();
}
