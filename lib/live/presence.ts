import { type Actor } from '@/lib/core/access/actor';
import { type Incident, commanderOf } from '@/lib/core/incident/incident';
import { log } from '@/lib/log';
import { readPresent } from '@/lib/queries/live-room';
import { ring } from '@/lib/store/doorbell';
import { clearSeats, rise, type Seat, sit } from '@/lib/store/presence';
import { soon } from './coalesce';
import { type Present, type PresenceReport } from './contract';
import { incidentRoom, isAnyoneIn, type LiveServer, type LiveSocket } from './wire';

const batchMs = 20;
const refreshMs = 10_000;
const typingMs = 6_000;

/** Who is in which room, through the table that all nodes share. */
export interface PresenceBook {
  /** Who is in the room of an incident, as last told to it, or as the table has it. */
  present: (number: number) => Promise<Present[]>;
  joined: (socket: LiveSocket, number: number) => void;
  left: (socket: LiveSocket, number: number) => void;
  gone: (socket: LiveSocket) => void;
  report: (socket: LiveSocket, report: PresenceReport) => void;
  /** Somebody came, went or looks elsewhere, here or on another node. */
  changed: (number: number) => void;
  /** Changes on other nodes may have gone unheard. */
  missed: () => void;
  stop: () => Promise<void>;
}

interface Options {
  node: string;
  /** The state of a room that this node has open. */
  incidentOf: (number: number) => Incident | undefined;
  /** A commander who was flagged as away is there again. */
  onReturn: (actor: Actor, number: number) => Promise<unknown>;
}

export function keepPresence(io: LiveServer, { node, incidentOf, onReturn }: Options): PresenceBook {
  const seats = new Map<string, Seat>();
  const actors = new Map<string, Actor>();
  const typingUntil = new Map<string, number>();
  const told = new Map<number, Present[]>();
  const telling = new Map<number, ReturnType<typeof soon>>();
  let sitting = new Map<string, Seat>();
  let rising = new Map<string, Seat>();

  const key = (socket: LiveSocket, number: number) => `${socket.id}/${number}`;

  const write = soon(
    () => {
      const down = [...sitting.values()];
      const up = [...rising.values()];
      sitting = new Map();
      rising = new Map();
      const numbers = new Set([...down, ...up].map(({ incident }) => incident));
      Promise.all([sit(node, down), rise(up)]).then(
        () => ring([...numbers].map((presence) => ({ presence }))),
        (error: unknown) =>
          log.warn({ error: String(error) }, 'presence was not written; the next refresh makes it good'),
      );
    },
    () => batchMs,
  );

  const take = (seat: Seat) => {
    seats.set(seat.key, seat);
    sitting.set(seat.key, seat);
    rising.delete(seat.key);
    write.call();
  };

  const leave = (seatKey: string) => {
    const seat = seats.get(seatKey);
    if (!seat) return;
    seats.delete(seatKey);
    actors.delete(seatKey);
    typingUntil.delete(seatKey);
    sitting.delete(seatKey);
    rising.set(seatKey, seat);
    write.call();
  };

  const returned = (actor: Actor, number: number) => {
    const incident = incidentOf(number);
    if (!incident?.commanderAwaySince || commanderOf(incident)?.id !== actor.id) return;
    onReturn(actor, number).catch((error: unknown) =>
      log.warn({ error: String(error), number }, 'a return was not recorded'),
    );
  };

  const tell = async (number: number) => {
    const present = await readPresent(number);
    if (!isAnyoneIn(io, incidentRoom(number))) return void told.delete(number);
    if (JSON.stringify(present) === JSON.stringify(told.get(number))) return;
    told.set(number, present);
    io.to(incidentRoom(number)).emit('presence', { incident: number, present });
  };

  /** A crowd is told of less often: the list goes to everyone in it. */
  const pause = (number: number) => Math.min(2_000, 50 + (told.get(number)?.length ?? 0) * 5);

  const changed = (number: number) => {
    if (!isAnyoneIn(io, incidentRoom(number))) return void told.delete(number);
    const pending =
      telling.get(number) ??
      soon(
        () => {
          telling.delete(number);
          tell(number).catch((error: unknown) => log.warn({ error: String(error) }, 'presence was not read'));
        },
        () => pause(number),
      );
    telling.set(number, pending);
    pending.call();
  };

  const refresh = async () => {
    await sit(node, [...seats.values()]);
    const left = await clearSeats(null);
    if (left.length > 0) ring(left.map((presence) => ({ presence })));
    for (const [seatKey, actor] of actors) {
      const seat = seats.get(seatKey);
      if (seat) returned(actor, seat.incident);
    }
  };
  const refreshing = setInterval(() => {
    refresh().catch((error: unknown) => log.warn({ error: String(error) }, 'presence was not refreshed'));
  }, refreshMs);

  const quieten = setInterval(() => {
    const now = performance.now();
    for (const [seatKey, until] of typingUntil) {
      const seat = seats.get(seatKey);
      if (until > now || !seat) continue;
      typingUntil.delete(seatKey);
      take({ ...seat, typing: false });
    }
  }, 1_000);

  return {
    changed,
    missed: () => new Set([...told.keys(), ...[...seats.values()].map(({ incident }) => incident)]).forEach(changed),
    present: async (number) => told.get(number) ?? readPresent(number),
    joined: (socket, number) => {
      const { actor } = socket.data;
      if (actor.kind !== 'person') return;
      const seatKey = key(socket, number);
      actors.set(seatKey, actor);
      if (!seats.has(seatKey)) {
        const { id: personId, name: personName } = actor;
        take({ key: seatKey, incident: number, personId, personName, looking: '', typing: false });
      }
      returned(actor, number);
    },
    left: (socket, number) => leave(key(socket, number)),
    gone: (socket) => {
      for (const seatKey of [...seats.keys()]) if (seatKey.startsWith(`${socket.id}/`)) leave(seatKey);
    },
    report: (socket, { incident, looking, typing }) => {
      const seat = seats.get(key(socket, incident));
      if (!seat) return;
      if (typing) typingUntil.set(seat.key, performance.now() + typingMs);
      else typingUntil.delete(seat.key);
      if (seat.looking !== looking || seat.typing !== typing) take({ ...seat, looking, typing });
    },
    stop: async () => {
      clearInterval(refreshing);
      clearInterval(quieten);
      write.cancel();
      for (const pending of telling.values()) pending.cancel();
      await rise([...seats.values(), ...rising.values()]);
      const left = await clearSeats(node);
      ring(
        [...new Set([...left, ...[...seats.values()].map(({ incident }) => incident)])].map((presence) => ({
          presence,
        })),
      );
    },
  };
}
