import { createHash } from 'node:crypto';

/** Distinct statements that each connection keeps prepared, at most. */
const mostNamed = 200;
const names = new Map<string, string>();
const writesOrLocks = /^\s*(insert|update|delete)\b|\bfor update\b/i;

/**
 * A name under which Postgres keeps a statement prepared on the connection, or '' for none. Only what writes or locks is
 * named: it is the same few statements for every act, and planning them anew costs more than running them. A search is
 * planned for its own words each time. The name follows from the words alone: this module lives twice in a process, the
 * pool once.
 */
export function statementName({ sql }: { sql: string }): string {
  const known = names.get(sql);
  if (known !== undefined) return known;
  if (names.size >= mostNamed || !writesOrLocks.test(sql)) return '';
  const name = `quarterdeck-${createHash('sha256').update(sql).digest('base64url').slice(0, 24)}`;
  names.set(sql, name);
  return name;
}
