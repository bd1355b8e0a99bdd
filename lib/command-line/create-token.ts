import { system } from '@/lib/core/access/actor';
import { isRefusal } from '@/lib/core/refusal';
import { createToken } from '@/lib/commands/create-token';
import { readOptions, reveal, tell } from './options';

const usage = 'Usage: npm run token:create -- --name "Deploy pipeline" --role responder';

/** `npm run token:create`: makes an API token and prints it, once. Answers with the exit code. */
export default async function main(args: string[]): Promise<number> {
  const options = readOptions(args, ['name', 'role']);
  if (!options?.name || !options.role) {
    tell(usage);
    return 2;
  }
  const made = await createToken({ actor: system }, options);
  if (isRefusal(made)) {
    tell(`${made.message}\n${usage}`);
    return 2;
  }
  tell(`The token "${made.name}" acts as ${options.role}. It is shown this once:`);
  reveal(made.token);
  return 0;
}
