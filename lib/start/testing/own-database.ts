import { type Pool } from 'pg';
import { afterAll } from 'vitest';
import { createTestDatabase } from './databases';

// Runs before a test file's imports: whatever reads the environment there finds the file's own database.
const { url, drop } = await createTestDatabase();
process.env.DATABASE_URL = url;
process.env.QUARTERDECK_TEST = '1';
process.env.LOG_LEVEL ??= 'warn';

// pg warns of the third query that one connection is asked for at once: in a transaction they are awaited in turn.
process.on('warning', (warning) => {
  if (warning.message.includes('already executing a query')) throw warning;
});

afterAll(async () => {
  const { [Symbol.for('quarterdeck.pool')]: pool } = globalThis as { [key: symbol]: Pool | undefined };
  if (pool && !pool.ended) await pool.end();
  await drop();
});
