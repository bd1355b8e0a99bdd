import { database } from './database';
import { type Unit } from './transact';

const key = 'sample-people';

/** Marks people as samples of a demo: only they can be signed in as by anyone. */
export async function keepSamplePeople({ tx }: Unit, ids: readonly string[]): Promise<void> {
  const value = [...ids];
  await tx.setting.upsert({ where: { key }, create: { key, value }, update: { value } });
}

/** The ids of the sample people; none in a database that no demo made. */
export async function samplePeopleIds(): Promise<string[]> {
  const row = await database.setting.findUnique({ where: { key } });
  return Array.isArray(row?.value) ? row.value.filter((id) => typeof id === 'string') : [];
}
