// Thousands of sockets that only note when something arrives: bare TCP and as little WebSocket as it takes, so that this
// process is never what is waited for.
import { connect, type Socket } from 'node:net';
import { answer, moment, processorTime } from '../lib/answer';

interface Watcher {
  socket: Socket;
  pending: Buffer | null;
  ready: boolean;
  received: number;
}

interface Crowd {
  watchers: Watcher[];
  /** Every payload in the order of its first arrival, and when each watcher had it. */
  payloads: Buffer[];
  arrivals: number[][];
  wrong: number;
}

const crowds = new Map<number, Crowd>();
const event = Buffer.from('42["fact"');

function frame(text: string): Buffer {
  const body = Buffer.from(text);
  const head =
    body.length < 126
      ? Buffer.from([0x81, 0x80 | body.length])
      : Buffer.from([0x81, 0xfe, body.length >> 8, body.length & 255]);
  return Buffer.concat([head, Buffer.alloc(4), body]);
}

/** Calls `hear` with the body of every whole text frame. Servers do not mask. */
function readFrames(watcher: Watcher, chunk: Buffer, hear: (body: Buffer) => void) {
  let data = watcher.pending ? Buffer.concat([watcher.pending, chunk]) : chunk;
  watcher.pending = null;
  while (data.length >= 2) {
    let length = (data[1] ?? 0) & 127;
    let offset = 2;
    if (length === 126) {
      if (data.length < 4) break;
      length = data.readUInt16BE(2);
      offset = 4;
    } else if (length === 127) {
      if (data.length < 10) break;
      length = Number(data.readBigUInt64BE(2));
      offset = 10;
    }
    if (data.length < offset + length) break;
    hear(data.subarray(offset, offset + length));
    data = data.subarray(offset + length);
  }
  if (data.length > 0) watcher.pending = Buffer.from(data);
}

function arrive(crowd: Crowd, watcher: Watcher, body: Buffer) {
  const index = watcher.received;
  watcher.received += 1;
  const known = crowd.payloads[index];
  if (!known) {
    crowd.payloads[index] = Buffer.from(body);
    crowd.arrivals[index] = [];
  } else if (!known.equals(body)) crowd.wrong += 1;
  crowd.arrivals[index]?.push(moment());
}

/** `speak`: "ws" takes every message; "socket.io" shakes hands, and joins the room of an incident. */
function watch(port: number, crowd: Crowd, speak: 'ws' | 'socket.io', incident: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    const watcher: Watcher = { socket, pending: null, ready: false, received: 0 };
    crowd.watchers.push(watcher);
    const hear = (body: Buffer) => {
      if (speak === 'ws') return arrive(crowd, watcher, body);
      if (watcher.ready && body.length > event.length && body.compare(event, 0, event.length, 0, event.length) === 0) {
        return arrive(crowd, watcher, body);
      }
      const text = body.toString();
      if (text === '2') socket.write(frame('3'));
      else if (text.startsWith('0{')) socket.write(frame('40{"token":"bench"}'));
      else if (text.startsWith('40')) socket.write(frame(`420["join",{"incident":${incident}}]`));
      else if (text.startsWith('430[')) {
        if (!text.startsWith('430[{"ok":true')) return reject(new Error(text.slice(0, 200)));
        watcher.ready = true;
        resolve();
      }
    };
    let upgraded = false;
    socket.on('data', (chunk) => {
      if (upgraded) return readFrames(watcher, chunk, hear);
      const end = chunk.indexOf('\r\n\r\n');
      if (end < 0 || !chunk.toString('latin1', 0, 12).endsWith('101')) return reject(new Error(chunk.toString()));
      upgraded = true;
      if (speak === 'ws') resolve();
      if (chunk.length > end + 4) readFrames(watcher, chunk.subarray(end + 4), hear);
    });
    socket.on('error', reject);
    socket.on('close', () => reject(new Error('closed')));
    socket.write(
      `GET /live/?EIO=4&transport=websocket HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
        'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n',
    );
  });
}

let last = 0;
answer({
  /** Connects `count` watchers to a port, a few at a time, and answers with their crowd's number. */
  gather: async (port: number, count: number, speak: 'ws' | 'socket.io', incident: number) => {
    const crowd: Crowd = { watchers: [], payloads: [], arrivals: [], wrong: 0 };
    for (let left = count; left > 0; left -= 50) {
      await Promise.all(Array.from({ length: Math.min(50, left) }, () => watch(port, crowd, speak, incident)));
    }
    last += 1;
    crowds.set(last, crowd);
    return last;
  },
  /** Hands over what arrived since the last time, and forgets it. */
  collect: (id: number) => {
    const crowd = crowds.get(id);
    if (!crowd) throw new Error('No such crowd.');
    const { payloads, arrivals, wrong, watchers } = crowd;
    const uneven = watchers.filter(({ received }) => received !== payloads.length).length;
    for (const watcher of watchers) watcher.received = 0;
    Object.assign(crowd, { payloads: [], arrivals: [], wrong: 0 });
    return {
      payloads: payloads.map(String),
      arrivals: arrivals.map((times) => Float64Array.from(times)),
      wrong,
      uneven,
    };
  },
  leave: (id: number) => {
    for (const { socket } of crowds.get(id)?.watchers ?? []) socket.destroy();
    crowds.delete(id);
  },
  processorTime,
});
