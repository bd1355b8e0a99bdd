import { type ChannelSettings } from '@/lib/core/notification/channel-settings';
import { type Transaction, pool } from './database';
import { seal, unseal } from './sealed';

/** What an administrator gives; the keys for push are made by the app. */
export type GivenSettings = Omit<ChannelSettings, 'push'>;

const key = 'channels';
/** Where nothing was given. */
export const noSettings: GivenSettings = { email: null, twilio: null, allowPrivate: [] };

/** The settings that were given, open. Throws `Unsealable` where the secret is another than when they were. */
export async function readGivenSettings(): Promise<GivenSettings> {
  const { rows } = await pool.query<{ value: string }>({
    name: 'given-settings',
    text: 'select value from setting where key = $1',
    values: [key],
  });
  const [row] = rows;
  return row ? { ...noSettings, ...(JSON.parse(unseal(row.value, key)) as Partial<GivenSettings>) } : noSettings;
}

/** Keeps the settings sealed, in place of those before. */
export async function keepGivenSettings(tx: Transaction, settings: GivenSettings): Promise<void> {
  const value = seal(JSON.stringify(settings), key);
  await tx.setting.upsert({ where: { key }, create: { key, value }, update: { value } });
}
