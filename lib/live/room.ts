import { maySee } from '@/lib/core/access/may';
import { type IncidentFact } from '@/lib/core/facts';
import { evolve } from '@/lib/core/incident/evolve';
import { type Incident } from '@/lib/core/incident/incident';
import { figures } from '@/lib/figures';
import { readFactsAfter } from '@/lib/queries/live-room';
import { coalesced } from './coalesce';
import { mostCaughtUp } from './contract';
import { incidentRoom, type LiveServer, type LiveSocket, socketsIn } from './wire';

/** Facts kept at hand for those who join, so that a restart's crowd does not ask the database one by one. */
const mostRecent = 300;

/**
 * What this node's sockets of one incident have been told: `incident` is the state after the last fact emitted, `recent` the
 * facts that led there. Only `advance` emits, so the order of facts is that of their seq.
 */
export interface Room {
  readonly number: number;
  incident: Incident;
  /** Brings the room up to all that was committed before the call. */
  advance: () => Promise<void>;
  /** The facts after `seq`, or null when they are no longer at hand. */
  since: (seq: number) => IncidentFact[] | null;
}

export function makeRoom(
  io: LiveServer,
  incident: Incident,
  recent: IncidentFact[],
  { emitted, putOut }: { emitted: (incident: Incident) => void; putOut: (socket: LiveSocket, number: number) => void },
): Room {
  const { number } = incident;
  const name = incidentRoom(number);

  const emit = (fact: IncidentFact) => {
    room.incident = evolve(room.incident, fact);
    recent.push(fact);
    // Whoever may no longer see the incident goes before they could hear who still may.
    if (fact.kind === 'access.changed') {
      for (const socket of socketsIn(io, name)) {
        if (!maySee(socket.data.actor, room.incident)) putOut(socket, number);
      }
    }
    io.to(name).emit('fact', fact);
    figures.factsDelivered.inc(io.of('/').adapter.rooms.get(name)?.size ?? 0);
  };

  const room: Room = {
    number,
    incident,
    advance: coalesced(async () => {
      for (;;) {
        const facts = await readFactsAfter(number, room.incident.seq, mostCaughtUp);
        for (const fact of facts) emit(fact);
        if (recent.length > mostRecent) recent = recent.slice(-mostRecent);
        if (facts.length > 0) emitted(room.incident);
        if (facts.length < mostCaughtUp) return;
      }
    }),
    since: (seq) => {
      const missing = room.incident.seq - seq;
      if (missing <= 0) return [];
      return missing <= recent.length ? recent.slice(-missing) : null;
    },
  };
  return room;
}
