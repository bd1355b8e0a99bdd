import { figures } from '@/lib/figures';
import { type LiveServer } from './wire';

/** Lets the figures see how many sockets are here, and in which kind of room. */
export function countSockets(io: LiveServer): void {
  const { sockets, adapter } = io.of('/');
  figures.seen.sockets = () => sockets.size;
  figures.seen.joined = () => {
    const joined = { incident: 0, board: 0 };
    for (const [name, members] of adapter.rooms) {
      const kind = name.split(':', 1)[0];
      if (kind === 'incident' || kind === 'board') joined[kind] += members.size;
    }
    return joined;
  };
}
