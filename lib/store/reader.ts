import { type Language, languageOf, type Reader } from '@/lib/core/language/language';
import { env } from '@/lib/env';
import { type Transaction, type database } from './database';

/** What a person said of how they read; null where they said nothing. */
export interface ReaderRow {
  language: string | null;
  timeZone: string | null;
}

/** Their own language, else the installation's. */
export function languageOrOurs(kept: string | null): Language {
  return languageOf(kept) ?? env.QUARTERDECK_LANGUAGE;
}

/** How they read: where they said nothing, by `zone` if there is one, else as the installation does. */
export function readerOf({ language, timeZone }: ReaderRow, zone: string | null = null): Reader {
  return { language: languageOrOurs(language), timeZone: timeZone ?? zone ?? env.QUARTERDECK_TIME_ZONE };
}

export async function readReader(tx: Transaction | typeof database, personId: string): Promise<Reader> {
  const select = { language: true, timeZone: true } as const;
  return readerOf(
    (await tx.person.findUnique({ where: { id: personId }, select })) ?? { language: null, timeZone: null },
  );
}
