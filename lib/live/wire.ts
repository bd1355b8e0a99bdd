import { type DefaultEventsMap, type Server, type Socket } from 'socket.io';
import { type Actor } from '@/lib/core/access/actor';
import { type Credential } from './credential';
import { type ClientToServer, type ServerToClient } from './contract';
import { type Allowance } from './allowance';

/** What a connected socket carries: whose it is, by which credential, and how much it may still say. */
export interface Carried {
  actor: Actor;
  credential: Credential;
  allowance: Allowance;
}

export type LiveServer = Server<ClientToServer, ServerToClient, DefaultEventsMap, Carried>;
export type LiveSocket = Socket<ClientToServer, ServerToClient, DefaultEventsMap, Carried>;

export const boardRoom = 'board';

export function incidentRoom(number: number): string {
  return `incident:${number}`;
}

export function personRoom(id: string): string {
  return `person:${id}`;
}

/** The sockets of this node in a room. */
export function socketsIn(io: LiveServer, room: string): LiveSocket[] {
  const ids = io.of('/').adapter.rooms.get(room);
  if (!ids) return [];
  return [...ids].flatMap((id) => io.of('/').sockets.get(id) ?? []);
}

export function isAnyoneIn(io: LiveServer, room: string): boolean {
  return io.of('/').adapter.rooms.has(room);
}
