import { randomBytes } from 'node:crypto';
import { DAY, plus } from '@/lib/core/instant';
import { env } from '@/lib/env';
import { readClock } from '@/lib/store/clock';
import { digestOf } from '@/lib/store/token-secret';
import { transact } from '@/lib/store/transact';
import { setUpKey } from './admission';

/**
 * While nobody can sign in: a fresh set-up link, good for a day and for one administrator, as lines to print on the console.
 * It replaces the one printed before. No lines once there is somebody; a demo, which brings its people, says how to come in.
 */
export async function firstRun(): Promise<string[]> {
  if (env.QUARTERDECK_DEMO)
    return ['A demo: open it, sign in as anyone with one press, and join the outage on the board.'];
  const token = randomBytes(24).toString('base64url');
  const made = await transact(async ({ tx }) => {
    if (await tx.person.findFirst({ select: { id: true } })) return false;
    const value = { hash: digestOf(token), expiresAt: plus(await readClock(tx), DAY) };
    await tx.setting.upsert({ where: { key: setUpKey }, create: { key: setUpKey, value }, update: { value } });
    return true;
  });
  if (!made) return [];
  return [
    'Nobody can sign in yet. Make the first administrator with this link; it works once, within a day:',
    `  ${env.QUARTERDECK_URL}/set-up/${token}`,
  ];
}
