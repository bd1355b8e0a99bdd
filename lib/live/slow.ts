import { figures } from '@/lib/figures';
import { log } from '@/lib/log';
import { cut } from './messages';
import { type LiveServer } from './wire';

const checkMs = 250;
/** Bytes and packets that may wait for one socket: more than the largest catching-up. Beyond, it is cut off and comes back by seq. */
const mostBytes = 12_000_000;
const mostPackets = 2_000;

interface Outgoing {
  writeBuffer: { data?: unknown }[];
  transport: { socket?: { bufferedAmount?: number } };
}

/** Keeps clients that read too slowly from growing this process. */
export function cutOffTheSlow(io: LiveServer): () => void {
  const checking = setInterval(() => {
    for (const socket of io.of('/').sockets.values()) {
      const { writeBuffer, transport } = socket.conn as unknown as Outgoing;
      const sending = transport.socket?.bufferedAmount ?? 0;
      if (writeBuffer.length === 0 && sending <= mostBytes) continue;
      if (writeBuffer.length > mostPackets || sending + bytesOf(writeBuffer) > mostBytes) {
        log.info(
          { socket: socket.id, packets: writeBuffer.length, sending },
          'a socket that reads too slowly was cut off',
        );
        cut(socket);
        figures.linesCutOff.inc();
      }
    }
  }, checkMs);
  return () => clearInterval(checking);
}

function bytesOf(packets: Outgoing['writeBuffer']): number {
  let bytes = 0;
  for (const { data } of packets) bytes += typeof data === 'string' ? data.length : 0;
  return bytes;
}
