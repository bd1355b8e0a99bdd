import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { env } from '@/lib/env';
import { log } from '@/lib/log';
import { PrismaClient } from '@/lib/store/generated/client';
import { statementName } from './statement-name';

/** Milliseconds after which the server ends a statement. */
const longestWait = 10_000;
/** And a transaction that a lost process left open: early enough for another to fire what it had taken within ten seconds. */
const longestIdle = 8_000;

function makePool(): pg.Pool {
  const made = new pg.Pool({
    connectionString: env.DATABASE_URL,
    application_name: 'quarterdeck',
    max: 20,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 60_000,
    keepAlive: true,
    keepAliveInitialDelayMillis: 5_000,
    statement_timeout: longestWait,
    idle_in_transaction_session_timeout: longestIdle,
    options: '-c tcp_keepalives_idle=5 -c tcp_keepalives_interval=2 -c tcp_keepalives_count=2',
  });
  const lost = (error: Error) => log.warn({ error: error.message }, 'a database connection was lost');
  made.on('error', lost);
  made.on('connect', (client) => client.on('error', lost));
  made.setMaxListeners(0);
  return made;
}

const place = Symbol.for('quarterdeck.pool');
const shared = globalThis as { [place]?: pg.Pool };

/** The connections of this process. Next bundles its own copy of this module, so the pool lives where both copies find it. */
export const pool: pg.Pool = (shared[place] ??= makePool());

/** The typed client over `pool`. */
export const database = new PrismaClient({
  adapter: new PrismaPg(pool, { statementNameGenerator: statementName }),
  transactionOptions: { maxWait: 5_000, timeout: longestWait },
});

/** The client inside a transaction: what commands, timers and `commit` work with. */
export type Transaction = Parameters<Parameters<typeof database.$transaction>[0]>[0];
