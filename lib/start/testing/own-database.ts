import { type Pool } from 'pg';
import { afterAll } from 'vitest';
import { createTestDatabase } from './databases';

// Runs before a test file's imports: whatever reads the environment there finds the file's own database.
const { url, drop } = await createTestDatabase();
process.env.DATABASE_URL = url;
process.env.QUARTERDECK_TEST = '1';
process.env.LOG_LEVEL ??= 'warn';

afterAll(async () => {
  const { [Symbol.for('quarterdeck.pool')]: pool } = globalThis as { [key: symbol]: Pool | undefined };
  if (pool && !pool.ended) await pool.end();
  await drop();
});
