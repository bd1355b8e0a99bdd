import { z } from 'zod';
import { emailInput } from '@/lib/core/access/person-input';
import { system } from '@/lib/core/access/actor';
import { parse } from '@/lib/core/parse';
import { isRefusal } from '@/lib/core/refusal';
import { env } from '@/lib/env';
import { offerRecovery } from '@/lib/commands/offer-recovery';
import { database } from '@/lib/store/database';
import { readOptions, reveal, tell } from './options';

const usage = 'Usage: npm run admin:recover -- --email ada@example.com';

const input = z.object({ email: emailInput });

/** `npm run admin:recover`: prints a link, once, by which a locked-out administrator chooses a new password. Answers with the exit code. */
export default async function recoverAdministrator(args: string[]): Promise<number> {
  const options = readOptions(args, ['email']);
  const parsed = parse(input, options ?? {});
  if (isRefusal(parsed)) {
    tell(options?.email ? parsed.message : usage);
    return 2;
  }
  const { email } = parsed.input;
  const person = await database.person.findUnique({ where: { email }, select: { id: true, name: true, role: true } });
  if (!person) {
    tell(`Nobody has the address ${email}. To make another administrator: npm run admin:create`);
    return 1;
  }
  if (person.role !== 'administrator') {
    tell(`${person.name} is no administrator. An administrator makes recovery links for others on the page People.`);
    return 1;
  }
  const offered = await offerRecovery({ actor: system }, person.id);
  if (isRefusal(offered)) {
    tell(offered.message);
    return 1;
  }
  tell(`With this link ${offered.name} chooses a new password. It works once, within a day, and is shown this once:`);
  reveal(`${env.QUARTERDECK_URL}${offered.path}`);
  return 0;
}
