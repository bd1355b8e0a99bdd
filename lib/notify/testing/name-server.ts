import { createSocket } from 'node:dgram';
import { isIPv4 } from 'node:net';

const typeA = 1;
const unknownName = 3;

/** What is said of a name: its IPv4 addresses, that there is no such name, or nothing at all. */
export type NameAnswer = string[] | 'unknown' | 'never';

/** A real name server on this machine (RFC 1035) that keeps which names it was asked; `short`: for their IPv4 addresses. */
export async function startNameServer(answer: (name: string, short: boolean) => NameAnswer) {
  const asked: string[] = [];
  const socket = createSocket('udp4');
  socket.on('message', (query, { address, port }) => {
    const { name, end } = nameIn(query);
    asked.push(name);
    const short = query.readUInt16BE(end) === typeA;
    const told = answer(name, short);
    if (told === 'never') return;
    const records = told !== 'unknown' && short ? told.filter((each) => isIPv4(each)) : [];
    const head = Buffer.from(query.subarray(0, 12));
    head.writeUInt16BE(0x8180 | (told === 'unknown' ? unknownName : 0), 2);
    head.writeUInt16BE(1, 4);
    head.writeUInt16BE(records.length, 6);
    head.writeUInt32BE(0, 8);
    socket.send(Buffer.concat([head, query.subarray(12, end + 4), ...records.map(recordOf)]), port, address);
  });
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
  const stop = () => new Promise<void>((resolve) => socket.close(() => resolve()));
  return { asked, address: `127.0.0.1:${socket.address().port}`, stop };
}

function nameIn(query: Buffer): { name: string; end: number } {
  const labels: string[] = [];
  let at = 12;
  for (let length = query.readUInt8(at); length > 0; length = query.readUInt8(at)) {
    labels.push(query.toString('latin1', at + 1, at + 1 + length));
    at += 1 + length;
  }
  return { name: labels.join('.').toLowerCase(), end: at + 1 };
}

/** An address of the name that was asked for. */
function recordOf(address: string): Buffer {
  const record = Buffer.alloc(16);
  record.writeUInt16BE(0xc00c, 0);
  record.writeUInt16BE(typeA, 2);
  record.writeUInt16BE(1, 4);
  record.writeUInt32BE(60, 6);
  record.writeUInt16BE(4, 10);
  for (const [index, part] of address.split('.').entries()) record.writeUInt8(Number(part), 12 + index);
  return record;
}
