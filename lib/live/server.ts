import { randomUUID } from 'node:crypto';
import { type Server as HttpServer } from 'node:http';
import { Server } from 'socket.io';
import { type Actor } from '@/lib/core/access/actor';
import { maySee } from '@/lib/core/access/may';
import { type PagingOut } from '@/lib/core/notification/silence';
import { log } from '@/lib/log';
import { admitWith, type Authenticate, identifier, isOurs, recheck, socketsOf } from './admit';
import { keepBoard } from './board';
import { tellCalls } from './calls';
import { coalesced } from './coalesce';
import { countSockets } from './count';
import { livePath } from './contract';
import { joinIncident } from './join';
import { hearWith } from './messages';
import { tellNotices } from './notices';
import { broadcastAtOnce } from './broadcast';
import { keepPresence, type PresenceBook } from './presence';
import { keepClock, startRelay } from './relay';
import { makeRooms } from './rooms';
import { cutOffTheSlow } from './slow';
import { boardRoom, incidentRoom, type LiveServer, type LiveSocket, personRoom } from './wire';

interface Options {
  /** Who a request is by, from its cookie or its bearer token; null for nobody. */
  authenticate: Authenticate;
  /** A commander who was flagged as away is in the room again. */
  onReturn: (actor: Actor, number: number) => Promise<unknown>;
  /** Whether paging is out, and word of every change. */
  paging?: { now: () => PagingOut | null; watch: (tell: (out: PagingOut | null) => void) => void };
  /** Connections that one person, or one token, may hold on this node. */
  mostSockets?: Record<Actor['kind'], number>;
}

const recheckMs = 30_000;
const mostBytesHeard = 16_384;

/** Serves the live contract on `httpServer`. Resolves with how to stop. */
export async function attachLive(
  httpServer: HttpServer,
  { authenticate, onReturn, paging, mostSockets = { person: 1_000, token: 10_000, system: 0 } }: Options,
): Promise<() => Promise<void>> {
  const io: LiveServer = new Server(httpServer, {
    path: livePath,
    serveClient: false,
    perMessageDeflate: false,
    httpCompression: false,
    maxHttpBufferSize: mostBytesHeard,
    connectTimeout: 10_000,
    destroyUpgrade: false,
    allowRequest: (req, decide) => decide(null, isOurs(req.headers)),
  });
  broadcastAtOnce(io);
  countSockets(io);
  const identify = identifier(authenticate);
  admitWith(io, identify, mostSockets);

  const { now, read: readTime } = keepClock(io);
  const board = keepBoard(io, now);
  const notices = tellNotices(io);
  const rooms = makeRooms(io, {
    emitted: ({ number }) => board.changed([number]),
    left: (socket, number) => presence.left(socket, number),
  });
  const presence: PresenceBook = keepPresence(io, {
    node: randomUUID(),
    incidentOf: (number) => rooms.opened(number)?.incident,
    onReturn,
  });

  const review = (socket: LiveSocket, before: Actor) => {
    for (const name of socket.rooms) {
      const number = Number(/^incident:(\d+)$/.exec(name)?.[1]);
      const incident = number ? rooms.opened(number)?.incident : undefined;
      if (incident && !maySee(socket.data.actor, incident)) rooms.putOut(socket, number);
    }
    board.reviewed(socket, before);
  };
  const askAgain = (sockets: LiveSocket[]) => recheck(io, identify, sockets, review);
  const askEveryone = coalesced(() => askAgain([...io.of('/').sockets.values()]));

  const hear = hearWith({
    join: (socket, request, answer) =>
      'board' in request
        ? board.join(socket, answer)
        : joinIncident(socket, request, { rooms, now, present: presence.present, joined: presence.joined }, answer),
    leave: (socket, request) => {
      void socket.leave('board' in request ? boardRoom : incidentRoom(request.incident));
      if ('incident' in request) presence.left(socket, request.incident);
    },
    presence: presence.report,
  });
  io.on('connection', (socket) => {
    shed(socket);
    const { actor } = socket.data;
    if (actor.kind === 'person') void socket.join(personRoom(actor.id));
    hear(socket);
    socket.on('disconnect', () => presence.gone(socket));
    socket.emit('clock', { now: now() });
    if (paging) socket.emit('paging', { out: paging.now() });
  });

  paging?.watch((out) => io.emit('paging', { out }));
  await readTime();
  const relay = startRelay(readTime, {
    rooms,
    board,
    notices,
    presence,
    callsChanged: tellCalls(io),
    delivered: (number) => void io.to(incidentRoom(number)).emit('deliveries', { incident: number }),
    accessChanged: (id) => void askAgain(socketsOf(io, id)),
    missed: () => {
      void askEveryone();
      io.emit('calls');
      presence.missed();
    },
  });
  const rechecking = setInterval(() => void askEveryone(), recheckMs);
  const stopCutting = cutOffTheSlow(io);

  return async () => {
    clearInterval(rechecking);
    stopCutting();
    await relay.stop();
    board.stop();
    notices.stop();
    io.engine.close();
    await presence.stop().catch((error: unknown) => log.warn({ error: String(error) }, 'presence was not cleared'));
  };
}

/** Lets go of the request that a connection began with: the credential is all that is still needed of it. */
function shed(socket: LiveSocket): void {
  socket.handshake.headers = {};
  socket.handshake.auth = {};
  (socket.conn as unknown as { request: unknown }).request = null;
}
