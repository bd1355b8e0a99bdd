// Real Socket.IO clients that lose their connection at random, come back, and catch up by seq.
import { io, type Socket } from 'socket.io-client';
import { type IncidentFact } from '@/lib/core/facts';
import { type ClientToServer, type JoinAnswer, type ServerToClient } from '@/lib/live/contract';
import { answer } from '../lib/answer';

interface Follower {
  socket: Socket<ServerToClient, ClientToServer>;
  seqs: number[];
  doubles: number;
  gaps: number;
  joins: number;
  /** Whether a join said that there is more: what it hears until it has all comes too early for it. */
  behind: boolean;
}

const followers: Follower[] = [];

function take(follower: Follower, facts: readonly IncidentFact[]) {
  for (const { seq } of facts) {
    const next = (follower.seqs.at(-1) ?? 0) + 1;
    if (seq < next) follower.doubles += 1;
    else if (seq > next) follower.gaps += 1;
    else follower.seqs.push(seq);
  }
}

/** Facts are taken in the acknowledgement itself: a promise would resolve after the first `fact` behind it. */
function catchUp(follower: Follower, incident: number): Promise<void> {
  follower.joins += 1;
  const { socket, seqs } = follower;
  return new Promise((resolve, reject) => {
    socket
      .timeout(10_000)
      .emit('join', { incident, after: seqs.at(-1) ?? 0 }, (lost: Error | null, reply: JoinAnswer) => {
        if (lost) return reject(lost);
        if (!reply.ok || !('facts' in reply)) return reject(new Error(JSON.stringify(reply)));
        take(follower, reply.facts);
        follower.behind = reply.more;
        if (reply.more) catchUp(follower, incident).then(resolve, reject);
        else resolve();
      });
  });
}

answer({
  gather: async (port: number, count: number, incident: number) => {
    for (let index = 0; index < count; index += 1) {
      const socket: Follower['socket'] = io(`http://127.0.0.1:${port}`, {
        path: '/live',
        transports: ['websocket'],
        auth: { token: 'bench' },
        forceNew: true,
        reconnectionDelay: 50,
        reconnectionDelayMax: 300,
      });
      const follower: Follower = { socket, seqs: [], doubles: 0, gaps: 0, joins: 0, behind: false };
      followers.push(follower);
      socket.on('fact', (fact) => !follower.behind && take(follower, [fact]));
      // A join that the connection does not survive is made again by the next connection.
      const join = () => catchUp(follower, incident).catch(() => undefined);
      await new Promise<void>((resolve) => socket.on('connect', () => void join().then(resolve)));
    }
  },
  /** Cuts the connections of a share of the followers. */
  drop: (share: number) => {
    let dropped = 0;
    for (const { socket } of followers) {
      if (Math.random() >= share) continue;
      socket.io.engine.close();
      dropped += 1;
    }
    return dropped;
  },
  standing: () => ({
    reached: Math.min(...followers.map(({ seqs }) => seqs.at(-1) ?? 0)),
    doubles: followers.reduce((sum, { doubles }) => sum + doubles, 0),
    gaps: followers.reduce((sum, { gaps }) => sum + gaps, 0),
    joins: followers.reduce((sum, { joins }) => sum + joins, 0),
  }),
});
