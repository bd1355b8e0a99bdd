import { Prisma } from '@/lib/store/generated/client';

/**
 * What a person typed as a search: quotes, `or` and `-` as on the web, and each word also found as the beginning of a longer
 * one, because the words are kept unstemmed.
 */
export function searchFor(text: string): Prisma.Sql {
  const asked = Prisma.sql`websearch_to_tsquery('simple', ${text})`;
  // Quotes and backslashes inside a word would need care in the query's own notation; whoever types them means them exactly.
  if (/['\\]/.test(text)) return asked;
  return Prisma.sql`regexp_replace(${asked}::text, '''([^'']{2,})''', '''\\1'':*', 'g')::tsquery`;
}
