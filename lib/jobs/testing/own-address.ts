// What the tests of synthetic pages share: Quarterdeck's own public address, served as the app serves it, and a clock that is moved.
import { type AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:http';
import { afterEach, beforeAll, beforeEach, expect, vi } from 'vitest';
import { SECOND } from '@/lib/core/instant';
import { adoptSecret, env } from '@/lib/env';
import { hearSynthetic } from '@/lib/intake/synthetic';
import { database } from '@/lib/store/database';
import { beginSyntheticPages } from '@/lib/store/synthetic-page';
import { startTimers } from '@/lib/timers/run';
import { startSending } from '../send-deliveries';

const stops: (() => Promise<void>)[] = [];
/** What Quarterdeck's own public address got, and whether it answers. */
export const home = { got: [] as { headers: Headers; body: string }[], refuses: false };

export const eventually = (check: () => void | Promise<void>) => vi.waitFor(check, { timeout: 15_000, interval: 20 });

/** Quarterdeck's own address, as the route of the app serves it. */
async function serveHome(): Promise<Server> {
  const server = createServer((req, res) => {
    const chunks: Buffer[] = [];
    req.on('data', (chunk: Buffer) => chunks.push(chunk));
    req.on('end', () => {
      const body = Buffer.concat(chunks).toString();
      const headers = new Headers(
        Object.entries(req.headers).map(([name, value]): [string, string] => [name, String(value)]),
      );
      home.got.push({ headers, body });
      if (home.refuses || req.url !== '/api/callbacks/synthetic') return void res.writeHead(503).end();
      hearSynthetic({ headers, body, address: '127.0.0.1' }).then(
        (status) => res.writeHead(status).end(),
        () => res.writeHead(500).end(),
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  return server;
}

beforeAll(async () => {
  adoptSecret('a secret of at least thirty-two characters');
  const server = await serveHome();
  env.QUARTERDECK_URL = `http://localhost:${(server.address() as AddressInfo).port}`;
  return () => new Promise<void>((resolve) => void server.close(() => resolve()));
});

beforeEach(() => {
  home.got.length = 0;
  home.refuses = false;
});

afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()));
  await database.$executeRaw`delete from clock_offset`;
});

/** Stops it after the test. */
export function stopAfter(stop: () => Promise<void>): void {
  stops.push(stop);
}

export async function moveClock(ms: number): Promise<void> {
  await database.$executeRaw`
    insert into clock_offset (id, ms) values (1, ${ms}) on conflict (id) do update set ms = clock_offset.ms + excluded.ms`;
  await database.$executeRaw`select pg_notify('clock', '')`;
}

export function send(): void {
  stopAfter(startSending({ breaking: { failures: 100 } }));
}

/** How many synthetic pages came back. */
export const arrivals = () => database.delivery.count({ where: { purpose: 'synthetic', deliveredAt: { not: null } } });

/** Sends the first synthetic page and waits until it is back; the next is due after five minutes. */
export async function arrive(): Promise<void> {
  await beginSyntheticPages();
  stopAfter(startTimers());
  send();
  await moveClock(15 * SECOND);
  await eventually(async () => expect(await arrivals()).toBe(1));
}
