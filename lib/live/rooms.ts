import { type Incident } from '@/lib/core/incident/incident';
import { readFactsAfter, readIncident, readSeqs } from '@/lib/queries/live-room';
import { makeRoom, type Room } from './room';
import { incidentRoom, isAnyoneIn, type LiveServer, type LiveSocket } from './wire';

const keptMs = 30_000;
/** Facts read when a room opens, for those who come back after a restart. */
const mostLately = 200;

/** The rooms that this node has sockets in. */
export interface Rooms {
  /** The room of an incident, opened if need be and up to date; null when there is no such incident. */
  enter: (number: number) => Promise<Room | null>;
  opened: (number: number) => Room | undefined;
  /** Brings every room up that has fallen behind. */
  catchUp: () => Promise<void>;
  /** Forgets rooms that nobody has been in for a while. */
  sweep: () => void;
  /** Ends a socket's stay: it may no longer see the incident. */
  putOut: (socket: LiveSocket, number: number) => void;
}

interface Told {
  emitted: (incident: Incident) => void;
  left: (socket: LiveSocket, number: number) => void;
}

export function makeRooms(io: LiveServer, told: Told): Rooms {
  const rooms = new Map<number, { room: Room; usedAt: number }>();
  const opening = new Map<number, Promise<Room | null>>();

  const open = async (number: number): Promise<Room | null> => {
    const incident = await readIncident(number);
    if (!incident) return null;
    const lately = await readFactsAfter(number, Math.max(0, incident.seq - mostLately), mostLately);
    const recent = lately.filter(({ seq }) => seq <= incident.seq);
    const room = makeRoom(io, incident, recent, { emitted: told.emitted, putOut });
    rooms.set(number, { room, usedAt: performance.now() });
    return room;
  };

  const enter = async (number: number) => {
    const known = rooms.get(number);
    if (known) {
      known.usedAt = performance.now();
      await known.room.advance();
      return known.room;
    }
    const opened = opening.get(number) ?? open(number).finally(() => opening.delete(number));
    opening.set(number, opened);
    return opened;
  };

  const putOut = (socket: LiveSocket, number: number) => {
    void socket.leave(incidentRoom(number));
    socket.emit('put-out', { incident: number });
    told.left(socket, number);
  };

  return {
    enter,
    opened: (number) => rooms.get(number)?.room,
    putOut,
    catchUp: async () => {
      const seqs = await readSeqs([...rooms.keys()]);
      const behind = [...rooms.values()].filter(({ room }) => (seqs.get(room.number) ?? 0) > room.incident.seq);
      await Promise.all(behind.map(({ room }) => room.advance()));
    },
    sweep: () => {
      const now = performance.now();
      for (const [number, entry] of rooms) {
        if (isAnyoneIn(io, incidentRoom(number))) entry.usedAt = now;
        else if (now - entry.usedAt > keptMs) rooms.delete(number);
      }
    },
  };
}
