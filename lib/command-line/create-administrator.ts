import { randomInt } from 'node:crypto';
import { hashPassword } from 'better-auth/crypto';
import { z } from 'zod';
import { emailInput, nameInput } from '@/lib/core/access/person-input';
import { system } from '@/lib/core/access/actor';
import { parse } from '@/lib/core/parse';
import { isRefusal } from '@/lib/core/refusal';
import { readClock } from '@/lib/store/clock';
import { insertPerson } from '@/lib/store/people';
import { transact } from '@/lib/store/transact';
import { setUpKey } from '@/lib/auth/admission';
import { readOptions, reveal, tell } from './options';

const usage = 'Usage: npm run admin:create -- --email ada@example.com --name "Ada King"';

const input = z.object({ email: emailInput, name: nameInput });

/** `npm run admin:create`: makes an administrator and prints the password, once. Answers with the exit code. */
export default async function createAdministrator(args: string[]): Promise<number> {
  const options = readOptions(args, ['email', 'name']);
  const parsed = parse(input, options ?? {});
  if (isRefusal(parsed)) {
    tell(options?.email && options.name ? parsed.message : usage);
    return 2;
  }
  const password = mintPassword();
  const passwordHash = await hashPassword(password);
  const person = await transact(async (unit) => {
    const who = { ...parsed.input, role: 'administrator', passwordHash, how: 'command', by: system } as const;
    const made = await insertPerson(unit, who, await readClock(unit.tx));
    if (!isRefusal(made)) await unit.tx.setting.deleteMany({ where: { key: setUpKey } });
    return made;
  });
  if (isRefusal(person)) {
    tell(
      `${person.message} For an administrator who is locked out: npm run admin:recover -- --email ${parsed.input.email}`,
    );
    return 1;
  }
  tell(`${person.name} is an administrator. The password, shown this once, to be changed after signing in:`);
  reveal(password);
  return 0;
}

const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Five groups of five letters that are hard to mistake for one another: 124 bits. */
function mintPassword(): string {
  const group = () => Array.from({ length: 5 }, () => letters[randomInt(letters.length)]).join('');
  return Array.from({ length: 5 }, group).join('-');
}
