import { z } from 'zod';
import { database } from '@/lib/store/database';

const playSchema = z.object({
  /** Names this run, so that a step played twice after a kill is done once. */
  run: z.string(),
  number: z.number().int(),
  /** The step that comes next. */
  next: z.number().int(),
  /** How far the story's time has come. */
  minute: z.number(),
  refs: z.record(z.string(), z.string()),
});

/** Where the replay stands, kept so that it goes on after a restart. */
export type Play = z.output<typeof playSchema>;

const keyOf = (production: string) => `sample-replay/${production}`;

export async function readPlay(production: string): Promise<Play | null> {
  const row = await database.setting.findUnique({ where: { key: keyOf(production) } });
  const parsed = playSchema.safeParse(row?.value);
  return parsed.success ? parsed.data : null;
}

export async function keepPlay(production: string, play: Play): Promise<void> {
  const key = keyOf(production);
  await database.setting.upsert({ where: { key }, create: { key, value: play }, update: { value: play } });
}
