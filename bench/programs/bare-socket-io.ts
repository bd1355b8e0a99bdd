// Socket.IO as it comes, with nothing of ours: what a socket costs there.
import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { answer } from '../lib/answer';

const server = createServer();
const io = new Server(server, { path: '/live', serveClient: false });
io.on('connection', (socket) => {
  socket.on('join', (request: { incident: number }, reply: (answer: unknown) => void) => {
    void socket.join(`incident:${request.incident}`);
    reply({ ok: true });
  });
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
answer({ port: () => (server.address() as AddressInfo).port });
