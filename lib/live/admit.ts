import { type IncomingHttpHeaders } from 'node:http';
import { type Actor } from '@/lib/core/access/actor';
import { isOwnPage } from '@/lib/core/access/own-page';
import { refuse } from '@/lib/core/refusal';
import { env } from '@/lib/env';
import { log } from '@/lib/log';
import { fullAllowance } from './allowance';
import { type Credential, credentialOf, headersOf, keyOf } from './credential';
import { isAnyoneIn, type LiveServer, type LiveSocket, personRoom, socketsIn } from './wire';

export type Authenticate = (headers: Headers) => Promise<Actor | null>;
/** `fresh` asks anew; otherwise an answer of the last second will do. */
export type Identify = (credential: Credential, fresh?: boolean) => Promise<Actor | null>;

const keptMs = 1_000;

/** Asks once for many sockets of one credential that come together, as after a restart. */
export function identifier(authenticate: Authenticate): Identify {
  const kept = new Map<string, Promise<Actor | null>>();
  return (credential, fresh = false) => {
    const key = keyOf(credential);
    if (!key) return Promise.resolve(null);
    const known = kept.get(key);
    if (known && !fresh) return known;
    const asked = authenticate(headersOf(credential));
    const forget = () => kept.get(key) === asked && kept.delete(key);
    kept.set(key, asked);
    asked.catch(forget);
    setTimeout(forget, keptMs).unref();
    return asked;
  };
}

/** Whether a connection comes from our own pages, or from a program, which sends no Origin. */
export function isOurs(headers: IncomingHttpHeaders): boolean {
  const { origin } = headers;
  return origin === undefined || isOwnPage(origin, env.QUARTERDECK_URL, headers.host);
}

/** Lets in who can say who they are. In an outage the line is cut, for a client that is refused would not try again. */
export function admitWith(io: LiveServer, identify: Identify, mostSockets: Record<Actor['kind'], number>): void {
  const places = new Map<string, number>();
  io.use((socket, next) => {
    const credential = credentialOf(socket.handshake);
    identify(credential).then(
      (actor) => {
        if (!actor) return next(refused('not-signed-in', 'Sign in first.'));
        const who = `${actor.kind}:${actor.id}`;
        const count = (places.get(who) ?? 0) + 1;
        if (count > mostSockets[actor.kind]) return next(refused('too-many', 'Too many connections are open.'));
        places.set(who, count);
        givePlaceBack(socket, places, who);
        socket.data = { actor, credential, allowance: fullAllowance(performance.now()) };
        next();
      },
      (error: unknown) => {
        log.warn({ error: String(error) }, 'a socket could not be authenticated');
        socket.conn.close();
      },
    );
  });
}

/** Apart from `admitWith`, so that a socket's listener does not keep alive all that its admission needed. */
function givePlaceBack(socket: LiveSocket, places: Map<string, number>, who: string): void {
  socket.conn.once('close', () => {
    const left = (places.get(who) ?? 1) - 1;
    if (left > 0) places.set(who, left);
    else places.delete(who);
  });
}

function refused(code: 'not-signed-in' | 'too-many', message: string): Error {
  return Object.assign(new Error(message), { data: refuse(code, message) });
}

/**
 * Asks again who sockets are. Calls `changed` for those whose person is another than before, and ends those that are
 * nobody any more. An outage changes nothing.
 */
export async function recheck(
  io: LiveServer,
  identify: Identify,
  sockets: readonly LiveSocket[],
  changed: (socket: LiveSocket, before: Actor) => void,
): Promise<void> {
  const byCredential = new Map<string, LiveSocket[]>();
  for (const socket of sockets) {
    const key = keyOf(socket.data.credential);
    const group = byCredential.get(key);
    if (group) group.push(socket);
    else byCredential.set(key, [socket]);
  }
  for (const group of byCredential.values()) {
    const [first] = group;
    if (!first) continue;
    try {
      const actor = await identify(first.data.credential, true);
      for (const socket of group) {
        const before = socket.data.actor;
        if (actor?.id !== before.id || actor.kind !== before.kind) {
          socket.disconnect(true);
        } else if (actor.role !== before.role || actor.name !== before.name) {
          socket.data.actor = actor;
          changed(socket, before);
        }
      }
    } catch (error) {
      log.warn({ error: String(error) }, 'sockets could not be asked again who they are');
    }
  }
}

/** The sockets of a person or token on this node. */
export function socketsOf(io: LiveServer, id: string): LiveSocket[] {
  if (isAnyoneIn(io, personRoom(id))) return socketsIn(io, personRoom(id));
  return [...io.of('/').sockets.values()].filter(({ data }) => data.actor.id === id);
}
