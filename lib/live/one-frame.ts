import { type LiveServer } from './wire';

type Encode = (packet: unknown, options: { wsPreEncodedFrame?: Buffer[] }) => unknown;

/**
 * A broadcast is encoded once for the whole room; here also its header and body are laid together, so that each socket
 * costs one write to the kernel instead of two.
 */
export function sendOneFrame(io: LiveServer): void {
  const adapter = io.of('/').adapter as unknown as { _encode: Encode };
  const encode = adapter._encode.bind(adapter);
  adapter._encode = (packet, options) => {
    const encoded = encode(packet, options);
    if (options.wsPreEncodedFrame) options.wsPreEncodedFrame = [Buffer.concat(options.wsPreEncodedFrame)];
    return encoded;
  };
}
