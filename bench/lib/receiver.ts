import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { moment } from './answer';

/** As far as a receiver lets the moment of a signature be off, in milliseconds: the standard's own libraries do. */
const toleranceMs = 5 * 60_000;

/** Counts signed webhooks by the key that each message carries. */
export interface Receiver {
  url: string;
  /** When each key came first, in milliseconds since 1970. */
  first: ReadonlyMap<string, number>;
  /** How many messages came whose key had come before. */
  again: () => number;
  /** How many were signed at a moment for which a receiver would refuse them. */
  stale: () => number;
  stop: () => Promise<void>;
}

export async function startReceiver(): Promise<Receiver> {
  const first = new Map<string, number>();
  let again = 0;
  let stale = 0;
  const server = createServer((req, res) => {
    const key = String(req.headers['webhook-id']);
    if (first.has(key)) again += 1;
    else first.set(key, moment());
    if (Math.abs(Number(req.headers['webhook-timestamp']) * 1_000 - moment()) > toleranceMs) stale += 1;
    req.resume();
    req.on('end', () => res.writeHead(204).end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    first,
    again: () => again,
    stale: () => stale,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
