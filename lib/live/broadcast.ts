import { type LiveServer } from './wire';

// What this file touches of Socket.IO, Engine.IO and ws below their public faces.
interface EngineSocket {
  readyState: string;
  writeBuffer: unknown[];
  transport: {
    name: string;
    writable: boolean;
    socket?: { readyState: number; _socket?: { write: (bytes: Buffer) => boolean } };
  };
}
interface Packet {
  nsp?: string;
}
interface Encoding {
  preEncoded: boolean;
  wsPreEncodedFrame?: Buffer[];
}
interface Audience {
  rooms: Set<string>;
  except?: Set<string>;
  flags?: object;
}
interface RoomAdapter {
  rooms: Map<string, Set<string>>;
  nsp: {
    sockets: Map<string, { client: { conn: EngineSocket; writeToEngine: (encoded: unknown, how: Encoding) => void } }>;
  };
  _encode: (packet: Packet, how: Encoding) => unknown;
  broadcast: (packet: Packet, audience: Audience) => void;
}

/**
 * Socket.IO frames a broadcast once for the whole room; here the frame is also laid in one piece and, for a socket with
 * nothing else to send, handed to the kernel without passing through the layers between. A socket that is behind takes the
 * usual way, so that it hears all in order.
 */
export function broadcastAtOnce(io: LiveServer): void {
  const adapter = io.of('/').adapter as unknown as RoomAdapter;
  const usual = adapter.broadcast.bind(adapter);
  adapter.broadcast = (packet, audience) => {
    const [room] = audience.rooms;
    if (
      room === undefined ||
      audience.rooms.size > 1 ||
      audience.except?.size ||
      Object.keys(audience.flags ?? {}).length
    ) {
      return usual(packet, audience);
    }
    const how: Encoding = { preEncoded: true };
    packet.nsp = '/';
    const encoded = adapter._encode(packet, how);
    const frame = how.wsPreEncodedFrame && Buffer.concat(how.wsPreEncodedFrame);
    if (frame) how.wsPreEncodedFrame = [frame];
    for (const id of adapter.rooms.get(room) ?? []) {
      const client = adapter.nsp.sockets.get(id)?.client;
      if (!client) continue;
      const line = frame && idleLine(client.conn);
      if (line) line.write(frame);
      else client.writeToEngine(encoded, how);
    }
  };
}

/** The TCP connection of a WebSocket that has nothing waiting to be sent before. */
function idleLine({ readyState, transport, writeBuffer }: EngineSocket) {
  if (readyState !== 'open' || writeBuffer.length > 0 || !transport.writable || transport.name !== 'websocket')
    return null;
  return transport.socket?.readyState === 1 ? transport.socket._socket : null;
}
