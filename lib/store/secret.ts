import { randomBytes } from 'node:crypto';
import { pool } from './database';

/** The secret that signs sessions where none is configured: made once, then the same for every process on this database. */
export async function keptSecret(): Promise<string> {
  const fresh = JSON.stringify(randomBytes(32).toString('base64url'));
  await pool.query("insert into setting (key, value) values ('secret', $1) on conflict (key) do nothing", [fresh]);
  const { rows } = await pool.query<{ value: string }>("select value from setting where key = 'secret'");
  const [row] = rows;
  if (!row) throw new Error('The secret could not be kept.');
  return row.value;
}
