import { type Actor } from '@/lib/core/access/actor';
import { type Incident, commanderOf } from '@/lib/core/incident/incident';
import { log } from '@/lib/log';
import { readPresent } from '@/lib/queries/live-room';
import { ring } from '@/lib/store/doorbell';
import { clearSeats, rise, type Seat, sit } from '@/lib/store/presence';
import { coalesced, soon } from './coalesce';
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
  const tellers = new Map<number, ReturnType<typeof soon>>();
  let sitting = new Map<string, Seat>();
  let rising = new Map<string, Seat>();

  const key = (socket: LiveSocket, number: number) => `${socket.id}/${number}`;

  /** One at a time: on two connections the older of two writes could be the last. */
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    const done = turn.then(work);
    turn = done.catch(() => undefined);
    return done;
  };

  const write = soon(
    () => {
      inTurn(async () => {
        const down = [...sitting.values()];
        const up = [...rising.values()];
        sitting = new Map();
        rising = new Map();
        await Promise.all([sit(node, down), rise(up)]);
        ring([...new Set([...down, ...up].map(({ incident }) => incident))].map((presence) => ({ presence })));
        // Not before the seat is on record: the timer that flags them looks there, and would flag them anew.
        for (const { key, incident } of down) returned(actors.get(key), incident);
      }).catch((error: unknown) =>
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

  const returned = (actor: Actor | undefined, number: number) => {
    const incident = incidentOf(number);
    if (!actor || !incident?.commanderAwaySince || commanderOf(incident)?.id !== actor.id) return;
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

  /** One at a time for each room: of two lists the one read first could be told last. */
  const tellerOf = (number: number) => {
    const known = tellers.get(number);
    if (known) return known;
    const run = coalesced(() => tell(number));
    const teller = soon(
      () => {
        run().catch((error: unknown) => log.warn({ error: String(error) }, 'presence was not read'));
      },
      () => pause(number),
    );
    tellers.set(number, teller);
    return teller;
  };

  const changed = (number: number) => {
    if (isAnyoneIn(io, incidentRoom(number))) return tellerOf(number).call();
    told.delete(number);
    tellers.get(number)?.cancel();
    tellers.delete(number);
  };

  const refresh = async () => {
    await inTurn(() => sit(node, [...seats.values()]));
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
      if (seats.has(seatKey)) return returned(actor, number);
      const { id: personId, name: personName } = actor;
      take({ key: seatKey, incident: number, personId, personName, looking: '', typing: false });
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
      for (const teller of tellers.values()) teller.cancel();
      await inTurn(() => rise([...seats.values(), ...rising.values()]));
      const left = await clearSeats(node);
      ring(
        [...new Set([...left, ...[...seats.values()].map(({ incident }) => incident)])].map((presence) => ({
          presence,
        })),
      );
    },
  };
}
