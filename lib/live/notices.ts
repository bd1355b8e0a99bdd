import { log } from '@/lib/log';
import {
  type NewNotice,
  mostNoticesRead,
  newestNotice,
  readJustRead,
  readNoticesAfter,
} from '@/lib/queries/live-notices';
import { coalesced, soon } from './coalesce';
import { isAnyoneIn, type LiveServer, personRoom } from './wire';

/** Longer than any transaction lives: numbers are drawn in one order and committed in another. */
const settleMs = 15_000;
const tellMs = 15;

export interface NoticeTeller {
  /** Tells people of what is new to them. */
  tell: () => void;
  /** A person read some: their other screens are told. */
  read: (personId: string) => void;
  stop: () => void;
}

export function tellNotices(io: LiveServer): NoticeTeller {
  /** Numbers up to `settled` are done with; those above that were told are in `told`. */
  let settled: bigint | null = null;
  const told = new Set<string>();
  const samples: { newest: bigint; at: number }[] = [];

  const emit = ({ personId, ...notice }: NewNotice) => io.to(personRoom(personId)).emit('notice', notice);

  const settle = (newest: bigint) => {
    const now = performance.now();
    settled ??= newest;
    samples.push({ newest, at: now });
    while (samples[0] && now - samples[0].at > settleMs) settled = samples.shift()?.newest ?? settled;
    for (const id of told) if (BigInt(id) <= settled) told.delete(id);
    return settled;
  };

  const run = coalesced(async () => {
    let after = String(settle(BigInt(await newestNotice())));
    for (;;) {
      const notices = await readNoticesAfter(after, peopleHere(io));
      for (const notice of notices) {
        if (told.has(notice.id)) continue;
        told.add(notice.id);
        emit(notice);
      }
      const last = notices.at(-1);
      if (!last || notices.length < mostNoticesRead) return;
      after = last.id;
    }
  });

  const failed = (error: unknown) => log.warn({ error: String(error) }, 'notices were not told; the poll will notice');
  const tellSoon = soon(
    () => void run().catch(failed),
    () => tellMs,
  );
  return {
    tell: tellSoon.call,
    stop: tellSoon.cancel,
    read: (personId) => {
      if (!isAnyoneIn(io, personRoom(personId))) return;
      readJustRead(personId).then((notices) => notices.forEach(emit), failed);
    },
  };
}

function peopleHere(io: LiveServer): string[] {
  const people: string[] = [];
  for (const room of io.of('/').adapter.rooms.keys()) if (room.startsWith('person:')) people.push(room.slice(7));
  return people;
}
