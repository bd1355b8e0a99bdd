import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { env } from '@/lib/env';
import { log } from '@/lib/log';

/** As long as a record is tried again while the database is away: it restarts sooner, and what is not recorded is sent twice. */
const patienceMs = 30_000;
const pauseMs = 100;

/** Writes down at once what was handed over. */
export interface SentLedger {
  /** Resolves when a record would be written at once: nothing should be sent before. Throws where the database is away. */
  ready: () => Promise<void>;
  /** It was handed over, even if it was withdrawn meanwhile: the ledger says what happened. Throws when it cannot be kept. */
  keepSent: (id: string, providerId: string | null) => Promise<void>;
  close: () => Promise<void>;
}

/**
 * Opens the ledger on a connection of its own, which waits neither for the pool nor for the disk: whatever is killed between a
 * handing over and its record is handed over again.
 */
export function openSentLedger(): SentLedger {
  let connection: Promise<pg.Client> | null = null;
  const forget = (lost: Promise<pg.Client>) => {
    if (connection === lost) connection = null;
  };
  const connected = (): Promise<pg.Client> => {
    if (connection) return connection;
    const made = connect(() => forget(made));
    made.catch(() => forget(made));
    return (connection = made);
  };

  return {
    // No row bears this number: the statement is only prepared.
    ready: async () => {
      if (!connection) await record(await connected(), '0', null);
    },
    keepSent: async (id, providerId) => {
      const began = performance.now();
      for (;;) {
        try {
          return await record(await connected(), id, providerId);
        } catch (error) {
          if (performance.now() - began > patienceMs) throw error;
          log.warn({ error: String(error), delivery: id }, 'a message that went out is not recorded yet; trying again');
          await sleep(pauseMs);
        }
      }
    },
    close: async () => {
      const last = connection;
      connection = null;
      await last?.then((client) => client.end()).catch(() => undefined);
    },
  };
}

async function connect(lost: () => void): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: env.DATABASE_URL,
    application_name: 'quarterdeck sending',
    connectionTimeoutMillis: 5_000,
    query_timeout: 5_000,
    keepAlive: true,
    keepAliveInitialDelayMillis: 5_000,
    options: '-c synchronous_commit=off',
    // A record goes out without waiting for the answer to the one before.
    pipeline: true,
  });
  client.on('error', lost);
  client.on('end', lost);
  await client.connect();
  return client;
}

/** What its provider said of this very message meanwhile stands. */
async function record(client: pg.Client, id: string, providerId: string | null): Promise<void> {
  await client.query({
    name: 'keep-sent',
    text: `
      update delivery set provider_id = $2, lease_until = null,
        body = case when purpose = 'code' then '' else body end,
        state = case when state = 'failed' and provider_id = $2 then state else 'sent' end,
        error = case when state = 'failed' and provider_id = $2 then error end,
        sent_at = case when state = 'sent' and provider_id = $2 then sent_at else app_now() end
      where id = $1::bigint`,
    values: [id, providerId],
  });
}
