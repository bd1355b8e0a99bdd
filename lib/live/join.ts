import { maySee } from '@/lib/core/access/may';
import { type IncidentFact } from '@/lib/core/facts';
import { type Instant } from '@/lib/core/instant';
import { refuse } from '@/lib/core/refusal';
import { readFactsAfter } from '@/lib/queries/live-room';
import { type JoinAnswer, mostCaughtUp, type Present } from './contract';
import { type Rooms } from './rooms';
import { incidentRoom, type LiveSocket } from './wire';

interface Place {
  rooms: Rooms;
  now: () => Instant;
  present: (number: number) => Promise<Present[]>;
  joined: (socket: LiveSocket, number: number) => void;
}

const mostRooms = 50;
const unseen = { ok: false as const, ...refuse('not-found', 'There is no such incident.') };

/**
 * Lets a socket into the room of an incident and answers with what it missed. The answer goes as far as the room has been
 * told, and joining and answering happen in one turn of the event loop: so between the answer and the first `fact`
 * nothing is missing and nothing comes twice. Whoever is too far behind for one answer is in the room all the same, and
 * sees by `more`, or by the gap before the next `fact`, that there is more to ask for.
 */
export async function joinIncident(
  socket: LiveSocket,
  { incident: number, after }: { incident: number; after?: number | undefined },
  { rooms, now, present, joined }: Place,
  answer: (answer: JoinAnswer) => void,
): Promise<void> {
  const room = await rooms.enter(number);
  if (!room || !maySee(socket.data.actor, room.incident)) return answer(unseen);
  if (socket.rooms.size > mostRooms) {
    return answer({ ok: false, ...refuse('too-many', `One connection can be in ${mostRooms} rooms.`) });
  }
  const seated = await present(number);
  let read: IncidentFact[] = [];
  if (after !== undefined && room.since(after) === null) read = await readFactsAfter(number, after, mostCaughtUp);
  const reached = read.at(-1)?.seq ?? after ?? room.incident.seq;
  while (read.length > 0 && reached > room.incident.seq) await room.advance();

  if (!socket.connected || !maySee(socket.data.actor, room.incident)) return answer(unseen);
  const rest = after === undefined ? [] : room.since(reached);
  const base = { ok: true as const, incident: room.incident, present: seated, now: now() };
  void socket.join(incidentRoom(number));
  if (read.length === mostCaughtUp || rest === null) answer({ ...base, facts: read, seq: reached, more: true });
  else answer({ ...base, facts: [...read, ...rest], seq: room.incident.seq, more: false });
  joined(socket, number);
}
