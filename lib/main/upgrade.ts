import { createServer, type IncomingMessage, type Server } from 'node:http';
import { type Duplex } from 'node:stream';
import { pathOf } from '@/lib/edge/answer';
import { livePath } from '@/lib/live/contract';

/**
 * The server to show to Next, which adds an upgrade listener of its own: it never listens, and is passed only the
 * upgrades that are not for `livePath`: in development, hot reload's.
 */
export function upgradeDoor(server: Server): Server {
  const door = createServer();
  server.on('upgrade', (req: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (pathOf(req).startsWith(livePath)) return;
    if (!door.emit('upgrade', req, socket, head)) socket.destroy();
  });
  return door;
}
