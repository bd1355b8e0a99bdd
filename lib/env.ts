import { type Env, readEnv } from '@/lib/env-rules';

/** Says what is wrong with the configuration and ends the process with the code that no restart will cure. */
function load(): Env {
  const read = readEnv(process.env);
  if ('env' in read) return read.env;
  console.error(read.problems);
  process.exit(78);
}

/** The configuration of this process, checked. */
export const env: Env = load();

/** Sets the secret that the environment did not give, for this module and for the copy of it that Next bundles. */
export function adoptSecret(secret: string): void {
  process.env.QUARTERDECK_SECRET = secret;
  env.QUARTERDECK_SECRET = secret;
}
