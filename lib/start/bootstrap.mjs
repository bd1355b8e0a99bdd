import { generateClient } from './install/client.mjs';
import { linkPostgres } from './install/links.mjs';
import { installPackages } from './install/packages.mjs';

/** Brings a bare checkout to where TypeScript runs: packages, Postgres' links, the database client. */
export async function bootstrap() {
  await installPackages();
  linkPostgres();
  await generateClient();
  const { register } = await import('tsx/esm/api');
  register();
}
