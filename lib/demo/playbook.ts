import { z } from 'zod';
import { database } from '@/lib/store/database';

const playSchema = z.object({
  /** Names this run, so that a step played twice after a kill is done once. */
  run: z.string(),
  number: z.number().int(),
  /** The step that comes next. */
  next: z.number().int(),
  refs: z.record(z.string(), z.string()),
});

/** Where the replay stands, kept so that it goes on after a restart. */
export type Play = z.output<typeof playSchema>;

const key = 'sample-replay';

export async function readPlay(): Promise<Play | null> {
  const row = await database.setting.findUnique({ where: { key } });
  const parsed = playSchema.safeParse(row?.value);
  return parsed.success ? parsed.data : null;
}

export async function keepPlay(play: Play): Promise<void> {
  await database.setting.upsert({ where: { key }, create: { key, value: play }, update: { value: play } });
}
