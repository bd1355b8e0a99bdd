// The least that a broadcast can be: every socket of one `ws` server is sent the same bytes, from memory.
import { type AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import { answer, moment } from '../lib/answer';

const server = new WebSocketServer({ port: 0, host: '127.0.0.1', path: '/live/', perMessageDeflate: false });
await new Promise((resolve) => server.once('listening', resolve));

answer({
  port: () => (server.address() as AddressInfo).port,
  /** Sends each payload in turn, `everyMs` apart, and answers with when each broadcast began. */
  broadcast: async (payloads: string[], everyMs: number) => {
    const began: number[] = [];
    for (const payload of payloads) {
      const bytes = Buffer.from(payload);
      began.push(moment());
      for (const client of server.clients) client.send(bytes, { binary: false });
      await new Promise((resolve) => setTimeout(resolve, everyMs));
    }
    return began;
  },
});
