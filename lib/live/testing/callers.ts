import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { io as connect, type ManagerOptions, type Socket, type SocketOptions } from 'socket.io-client';
import { afterAll, afterEach, beforeAll, vi } from 'vitest';
import { actOnIncident } from '@/lib/commands/act-on-incident';
import { declareIncident } from '@/lib/commands/declare-incident';
import { type Actor } from '@/lib/core/access/actor';
import { type IncidentFact } from '@/lib/core/facts';
import { isRefusal } from '@/lib/core/refusal';
import { database } from '@/lib/store/database';
import { type ClientToServer, type JoinAnswer, type ServerToClient } from '../contract';
import { attachLive } from '../server';

export type Client = Socket<ServerToClient, ClientToServer>;
type Joined = Extract<JoinAnswer, { incident: unknown }>;

const person = (id: string, role: Actor['role']): Actor => ({ kind: 'person', id, name: id, role });
export const actors = {
  ada: person('ada', 'administrator'),
  bob: person('bob', 'responder'),
  eve: person('eve', 'responder'),
};
export const people = Object.values(actors);
/** Who is let in by a token, which is the person's id. */
export const signedIn = new Map(people.map((actor) => [actor.id, actor]));
/** Called with whoever comes back to a room that they command. */
export const returned = vi.fn(() => Promise.resolve());

const open: Client[] = [];
let address: string;
let stop: () => Promise<void>;

beforeAll(async () => {
  for (const { id, name, role } of people) {
    await database.person.create({ data: { id, name, role, email: `${id}@example.org` } });
  }
  const server = createServer();
  const stopLive = await attachLive(server, {
    authenticate: (headers) =>
      Promise.resolve(signedIn.get(headers.get('authorization')?.replace('Bearer ', '') ?? '') ?? null),
    onReturn: returned,
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  stop = async () => {
    await stopLive();
    server.closeAllConnections();
    server.close();
  };
});
afterEach(() => open.splice(0).forEach((client) => client.disconnect()));
afterAll(() => stop());

/** A socket that calls the server of this test file, and is closed after its test. */
export function call(token: string, options: Partial<ManagerOptions & SocketOptions> = {}): Client {
  const client: Client = connect(address, {
    path: '/live',
    transports: ['websocket'],
    auth: { token },
    forceNew: true,
    reconnection: false,
    ...options,
  });
  open.push(client);
  return client;
}

/** A socket that was let in. @throws why not */
export async function arrive(token: string, options?: Partial<ManagerOptions & SocketOptions>): Promise<Client> {
  const client = call(token, options);
  await new Promise<void>((resolve, reject) => {
    client.once('connect', resolve);
    client.once('connect_error', reject);
  });
  return client;
}

export async function join(client: Client, incident: number, after?: number): Promise<Joined> {
  const answer = await client.emitWithAck('join', after === undefined ? { incident } : { incident, after });
  if (!answer.ok || !('incident' in answer)) throw new Error(JSON.stringify(answer));
  return answer;
}

/** Ada declares an incident. @returns its number */
export async function declare(draft: object = {}): Promise<number> {
  const done = await declareIncident({ actor: actors.ada }, { title: 'Checkout fails', severity: 'High', ...draft });
  if (isRefusal(done)) throw new Error(done.message);
  return done.number;
}

/** Writes a note, which is one fact more. */
export async function note(number: number, text: string, actor = actors.ada): Promise<void> {
  const done = await actOnIncident({ actor }, number, 'add-note', { text });
  if (isRefusal(done)) throw new Error(done.message);
}

/** The facts that the client is told from now on. */
export function hear(client: Client): IncidentFact[] {
  const heard: IncidentFact[] = [];
  client.on('fact', (fact) => heard.push(fact));
  return heard;
}

export const eventually = (check: () => void) => vi.waitFor(check, { timeout: 15_000, interval: 10 });
