import { type Actor, type PersonRole, type PersonRef } from '@/lib/core/access/actor';
import { type Digest } from '@/lib/core/facts/incident';
import { type NamedRef } from '@/lib/core/incident/act';
import { type Incident } from '@/lib/core/incident/incident';
import { builtInRoles, type RoleKind } from '@/lib/core/incident/roles';
import { type Instant } from '@/lib/core/instant';
import { type Present } from '@/lib/core/present';
import { database } from '@/lib/store/database';
import { readPresent } from './live-room';
import { type RoomService, readRoomServices } from './room-services';
import { type RoomVendor, readRoomVendors } from './room-vendors';
import { visibleTo } from './visible';

/** All that a room shows beside its timeline: the state, who is here, and what its acts can name. */
export interface RoomReading {
  incident: Incident;
  /** What happened since the last update, once that fell due. */
  digest: Digest | null;
  present: Present[];
  people: (PersonRef & { role: PersonRole })[];
  /** The whole catalog, the most important first. */
  services: RoomService[];
  vendors: RoomVendor[];
  roles: RoleKind[];
  /** What a page can name beside people. */
  schedules: NamedRef[];
  teams: NamedRef[];
  policies: NamedRef[];
  /** The database's clock. */
  now: Instant;
}

type RoomRow = Omit<RoomReading, 'present' | 'now' | 'roles' | 'services' | 'vendors'> & {
  now: Date;
  roles: RoleKind[] | null;
};

/** The room of an incident, or null when there is none that the actor may see. */
export async function readRoom(actor: Actor, number: number): Promise<RoomReading | null> {
  const [[row], present, services, vendors] = await Promise.all([
    database.$queryRaw<RoomRow[]>`
      select state as incident, app_now() as now,
        (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', name, 'role', role) order by name, id), '[]')
          from person where active) as people,
        (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', name) order by name), '[]') from schedule) as schedules,
        (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', name) order by name), '[]') from team) as teams,
        (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', name) order by name), '[]')
          from escalation_policy) as policies,
        (select jsonb_agg(jsonb_build_object('key', key, 'name', name, 'instructions', instructions, 'builtIn', built_in,
          'position', position, 'owedAt', owed_at) order by position) from role_kind) as roles,
        (select data -> 'digest' from fact where incident_number = incident.number and kind = 'cadence.due'
          and place >= (state #>> '{cadence,base}')::timestamptz order by place desc, seq desc limit 1) as digest
      from incident where number = ${number} and ${visibleTo(actor)}`,
    readPresent(number),
    readRoomServices(),
    readRoomVendors(),
  ]);
  if (!row) return null;
  return { ...row, services, vendors, roles: row.roles ?? builtInRoles, now: row.now.toISOString(), present };
}
