// The live server as the app runs it, alone in its process.
import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { type Actor } from '@/lib/core/access/actor';
import { attachLive } from '@/lib/live/server';
import { answer } from '../lib/answer';

const actor: Actor = { kind: 'token', id: 'bench', name: 'Bench', role: 'observer' };
const server = createServer();
await attachLive(server, {
  authenticate: (headers) => Promise.resolve(headers.get('authorization') === 'Bearer bench' ? actor : null),
  onReturn: () => Promise.resolve(),
});
await new Promise<void>((resolve) => server.listen(Number(process.env.PORT ?? 0), '127.0.0.1', resolve));
answer({ port: () => (server.address() as AddressInfo).port });
