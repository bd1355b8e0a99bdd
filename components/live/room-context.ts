'use client';

import { createContext, useContext } from 'react';
import { type Actor, type PersonRole } from '@/lib/core/access/actor';
import { type Contact } from '@/lib/core/catalog/contact';
import { type VendorParticulars } from '@/lib/core/catalog/vendor';
import { type Digest } from '@/lib/core/facts/incident';
import type { ActDraft, ActName } from '@/lib/core/incident/acts';
import type { NamedRef } from '@/lib/core/incident/act';
import { type Incident, type ServiceRef } from '@/lib/core/incident/incident';
import { type RoleKind } from '@/lib/core/incident/roles';
import { type Refusal } from '@/lib/core/refusal';
import { type Present } from '@/lib/live/contract';
import { type LiveStatus } from './watchers';
import { type RoomState } from './room-store';
import { type Done } from './send-act';
import { type WaitingAct } from './waiting-acts';

/** A service as a room speaks of it. `needs` are the ids of what it directly depends on. */
export interface RoomService extends ServiceRef {
  tier: number;
  primary: Contact | null;
  backup: Contact | null;
  needs: string[];
}

/** A vendor as a room speaks of it. `services` are the ids of those that stand on it. */
export interface RoomVendor extends VendorParticulars {
  id: string;
  services: string[];
}

export interface RoomPerson {
  id: string;
  name: string;
  role: PersonRole;
}

/** What the server renders a room from. */
export interface RoomView {
  incident: Incident;
  digest: Digest | null;
  present: Present[];
  people: RoomPerson[];
  /** The whole catalog, the most important first, with whom to ask as of when the room was opened. */
  services: RoomService[];
  vendors: RoomVendor[];
  roles: RoleKind[];
  /** What a page can name beside people. */
  schedules: NamedRef[];
  teams: NamedRef[];
  policies: NamedRef[];
}

/** An act that is done, or (`queued`) waits in sight for a connection. */
export type Acted = Done & { queued: boolean };

export interface Room
  extends RoomState, Pick<RoomView, 'people' | 'services' | 'vendors' | 'roles' | 'schedules' | 'teams' | 'policies'> {
  me: Actor;
  status: LiveStatus;
  refusal: Refusal | null;
  /** The server is newer than this page: only a reload helps. */
  outdated: boolean;
  waiting: readonly WaitingAct[];
  act: <N extends ActName>(name: N, draft: ActDraft<N>) => Promise<Acted | Refusal>;
  /** Runs a call that is no act of this incident alone, such as merging, and takes in its facts. */
  run: (call: () => Promise<Done | Refusal>) => Promise<Done | Refusal>;
  withdraw: (key: string) => void;
  confirm: (key: string) => void;
  /** Tells the others where I look and whether I write an update. */
  report: (looking: string, typing: boolean) => void;
}

export const RoomContext = createContext<Room | null>(null);
/** The room around the caller. */
export function useRoom(): Room {
  const room = useContext(RoomContext);
  if (!room) throw new Error('A room needs <RoomProvider> above it.');
  return room;
}
