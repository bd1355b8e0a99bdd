import { incidentStream } from '@/lib/core/facts';
import { type Instant, instantOf, msOf } from '@/lib/core/instant';
import { log } from '@/lib/log';
import { readClock } from '@/lib/store/clock';
import { type Bell } from '@/lib/store/doorbell';
import { listen } from '@/lib/store/listen';
import { type Board } from './board';
import { coalesced } from './coalesce';
import { type NoticeTeller } from './notices';
import { type PresenceBook } from './presence';
import { type Rooms } from './rooms';
import { type LiveServer } from './wire';

const pollMs = 1_000;
/** A clock that is off by more has been moved; less is the network. */
const movedMs = 500;

interface Parts {
  rooms: Rooms;
  board: Board;
  notices: NoticeTeller;
  presence: PresenceBook;
  /** The pages of an incident have changed. */
  callsChanged: (number: number) => void;
  /** Something became of a message about an incident. */
  delivered: (number: number) => void;
  /** What a person or token may do has changed. */
  accessChanged: (id: string) => void;
  /** Bells about access or presence may have been missed. */
  missed: () => void;
}

export interface Relay {
  stop: () => Promise<void>;
}

/** The database's time as this process knows it, to within the network's delay. */
export function keepClock(io: LiveServer): { now: () => Instant; read: () => Promise<void> } {
  let ahead = 0;
  return {
    now: () => instantOf(Date.now() + ahead),
    read: async () => {
      const now = await readClock();
      const former = ahead;
      ahead = msOf(now) - Date.now();
      if (Math.abs(ahead - former) > movedMs) io.emit('clock', { now });
    },
  };
}

/** From doorbells to sockets. A bell only says what to read; a poll each second makes good what was not heard. */
export function startRelay(readTime: () => Promise<void>, parts: Parts): Relay {
  const { rooms, board, notices, presence, callsChanged, delivered, accessChanged, missed } = parts;

  const advance = (number: number, to: number) => {
    const room = rooms.opened(number);
    if (!room || room.incident.seq >= to) return;
    room.advance().catch((error: unknown) => log.warn({ error: String(error), number }, 'facts were not read in time'));
  };

  const hear = (bells: Bell[]) => {
    const changed = new Set<number>();
    for (const bell of bells) {
      if ('facts' in bell) {
        const number = numberOf(bell.facts);
        if (number === null) continue;
        changed.add(number);
        advance(number, bell.to);
      } else if ('presence' in bell) presence.changed(bell.presence);
      else if ('read' in bell) notices.read(bell.read);
      else if ('calls' in bell) callsChanged(bell.calls);
      else if ('delivered' in bell) delivered(bell.delivered);
      else if ('access' in bell) {
        const [kind, id] = bell.access.split(/:(.*)/s);
        if (kind !== 'incident' && id) accessChanged(id);
      }
    }
    if (changed.size === 0) return;
    board.changed([...changed]);
    notices.tell();
  };

  /** One at a time: a database that answers slowly must not be asked ever more. */
  const catchUp = coalesced(async () => {
    try {
      await Promise.all([rooms.catchUp(), board.catchUp(), readTime()]);
      notices.tell();
      rooms.sweep();
    } catch (error) {
      log.warn({ error: String(error) }, 'the relay could not catch up; trying again');
    }
  });

  const poll = setInterval(() => void catchUp(), pollMs);
  const deafen = listen({
    bells: hear,
    deaf: () => {
      missed();
      void catchUp();
    },
    clock: () => {
      readTime().catch((error: unknown) => log.warn({ error: String(error) }, 'the clock was not read'));
    },
  });
  return {
    stop: async () => {
      clearInterval(poll);
      await deafen();
    },
  };
}

function numberOf(stream: string): number | null {
  const number = Number(stream.slice(stream.indexOf(':') + 1));
  return stream === incidentStream(number) ? number : null;
}
