import { createECDH } from 'node:crypto';
import { env } from '@/lib/env';
import { type Transaction, pool } from './database';
import { Unsealable, seal, unseal } from './sealed';

/** The keys by which push services know this installation; the subject is whom they may write to. */
export interface VapidKeys {
  publicKey: string;
  privateKey: string;
  subject: string;
}

const about = 'vapid private key';

/**
 * The keys for calling browsers: made at first need, then the same for every process on this database, since a browser
 * lets itself be called by the one key it was shown. Throws `Unsealable` where the secret changed.
 */
export async function vapidKeys(): Promise<VapidKeys> {
  const kept = (await readKeys()) ?? (await makeKeys());
  const { protocol, hostname } = new URL(env.QUARTERDECK_URL);
  return {
    publicKey: kept.publicKey,
    privateKey: unseal(kept.privateKey, about),
    subject: protocol === 'https:' ? env.QUARTERDECK_URL : `mailto:quarterdeck@${hostname}`,
  };
}

/** Whether browsers can be called by what is kept; true where no keys were needed yet. */
export async function areKeysReadable(): Promise<boolean> {
  const kept = await readKeys();
  if (!kept) return true;
  try {
    unseal(kept.privateKey, about);
    return true;
  } catch (error) {
    if (error instanceof Unsealable) return false;
    throw error;
  }
}

/** Keys that cannot be opened any more call no browser: the next that are needed are made anew, and browsers asked again. */
export async function dropUnreadableKeys(tx: Transaction): Promise<void> {
  const row = await tx.setting.findUnique({ where: { key: 'vapid' } });
  if (!row) return;
  try {
    unseal((row.value as unknown as Kept).privateKey, about);
  } catch (error) {
    if (!(error instanceof Unsealable)) throw error;
    await tx.setting.delete({ where: { key: 'vapid' } });
  }
}

type Kept = Omit<VapidKeys, 'subject'>;

async function readKeys(): Promise<Kept | undefined> {
  const { rows } = await pool.query<{ value: Kept }>({
    name: 'vapid-keys',
    text: "select value from setting where key = 'vapid'",
  });
  return rows[0]?.value;
}

/** Of two processes that make keys at once, both get those that were kept first. */
async function makeKeys(): Promise<Kept> {
  const pair = createECDH('prime256v1');
  const publicKey = pair.generateKeys().toString('base64url');
  // Leading zeros belong to the key, and push services count its 32 bytes.
  const privateKey = Buffer.from(pair.getPrivateKey('hex').padStart(64, '0'), 'hex').toString('base64url');
  const fresh: Kept = { publicKey, privateKey: seal(privateKey, about) };
  await pool.query("insert into setting (key, value) values ('vapid', $1) on conflict (key) do nothing", [
    JSON.stringify(fresh),
  ]);
  const kept = await readKeys();
  if (!kept) throw new Error('The keys for calling browsers could not be kept.');
  return kept;
}
