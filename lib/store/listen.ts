import pg from 'pg';
import { env } from '@/lib/env';
import { log } from '@/lib/log';
import { type Bell, doorbell } from './doorbell';

/** Who listens: to doorbells, to a moved clock, and to having been deaf (on connecting, every bell before may have been missed). */
export interface Ear {
  bells?: (bells: Bell[]) => void;
  clock?: () => void;
  deaf?: () => void;
}

const clockChannel = 'clock';
const probeMs = 5_000;
const patienceMs = 4_000;
const longestPauseMs = 5_000;

const ears = new Set<Ear>();
let stopListening: (() => Promise<void>) | null = null;

/** Listens on the one connection that this process keeps for it; the last to leave closes it. */
export function listen(ear: Ear): () => Promise<void> {
  ears.add(ear);
  stopListening ??= keepListening();
  return async () => {
    ears.delete(ear);
    if (ears.size > 0 || !stopListening) return;
    const stop = stopListening;
    stopListening = null;
    await stop();
  };
}

/** Connects, and again with growing pauses whenever the connection is lost or no longer answers. */
function keepListening(): () => Promise<void> {
  let stopped = false;
  let client: pg.Client | null = null;
  let wake = () => {};

  const run = async () => {
    let pause = 50;
    while (!stopped) {
      client = makeClient();
      const lost = untilLost(client);
      try {
        await client.connect();
        await client.query(`listen ${doorbell}; listen ${clockChannel}`);
        tell((ear) => ear.deaf?.());
        pause = 50;
        await lost;
      } catch (error) {
        if (!stopped) log.warn({ error: String(error) }, 'the doorbell is not heard; trying again');
      }
      await client.end().catch(() => undefined);
      if (stopped) return;
      await new Promise<void>((resolve) => {
        wake = resolve;
        setTimeout(resolve, pause);
      });
      pause = Math.min(longestPauseMs, pause * 2);
    }
  };
  const running = run();
  return async () => {
    stopped = true;
    wake();
    await client?.end().catch(() => undefined);
    await running;
  };
}

function makeClient(): pg.Client {
  const client = new pg.Client({
    connectionString: env.DATABASE_URL,
    application_name: 'quarterdeck listening',
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
    keepAliveInitialDelayMillis: 5_000,
    query_timeout: patienceMs,
  });
  client.on('notification', ({ channel, payload }) => {
    if (channel === clockChannel) tell((ear) => ear.clock?.());
    else if (payload) hear(payload);
  });
  return client;
}

/** Resolves when the connection is over; asks every few seconds, for a silent network says nothing. */
function untilLost(client: pg.Client): Promise<void> {
  return new Promise((resolve) => {
    const probe = setInterval(() => void client.query('select 1').catch(over), probeMs);
    const over = () => {
      clearInterval(probe);
      resolve();
    };
    client.on('error', over);
    client.on('end', over);
  });
}

function hear(payload: string): void {
  let bells: Bell[];
  try {
    bells = JSON.parse(payload) as Bell[];
  } catch {
    return log.warn('somebody else rings the doorbell');
  }
  if (Array.isArray(bells)) tell((ear) => ear.bells?.(bells));
}

function tell(say: (ear: Ear) => void): void {
  for (const ear of ears) {
    try {
      say(ear);
    } catch (error) {
      log.error({ error: String(error) }, 'a listener failed');
    }
  }
}
