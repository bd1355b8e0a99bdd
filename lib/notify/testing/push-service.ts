import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from 'node:crypto';
import { type Answer, type Received, startHttpReceiver } from './http-receiver';

interface ReceivedPush {
  /** What the browser would read: decrypted with its own keys. */
  message: unknown;
  ttl: string | undefined;
  urgency: string | undefined;
  topic: string | undefined;
  /** The claims of a VAPID token whose signature held. */
  claims: { aud: string; exp: number; sub: string };
  bytes: number;
}

/** A push service with one browser behind it: it checks who pushes (RFC 8292) and decrypts what was pushed (RFC 8291). */
export async function startPushService(vapidPublicKey: string, answer: () => Answer = () => ({ status: 201 })) {
  const browser = createECDH('prime256v1');
  const p256dh = browser.generateKeys();
  const auth = randomBytes(16);
  const pushed: ReceivedPush[] = [];
  const server = await startHttpReceiver((received) => {
    const claims = claimsOf(received, vapidPublicKey);
    if (!claims) return { status: 403 };
    const told = answer();
    if (told.status < 300) {
      pushed.push({
        message: JSON.parse(decrypt(received.body)),
        ttl: header(received, 'ttl'),
        urgency: header(received, 'urgency'),
        topic: header(received, 'topic'),
        claims,
        bytes: received.body.length,
      });
    }
    return told;
  });

  /** RFC 8291 section 3.4 over RFC 8188's one record. */
  function decrypt(body: Buffer): string {
    const salt = body.subarray(0, 16);
    const keyLength = body.readUInt8(20);
    const sender = body.subarray(21, 21 + keyLength);
    const record = body.subarray(21 + keyLength);
    const shared = browser.computeSecret(sender);
    const about = Buffer.concat([Buffer.from('WebPush: info\0'), p256dh, sender]);
    const material = Buffer.from(hkdfSync('sha256', shared, auth, about, 32));
    const key = Buffer.from(hkdfSync('sha256', material, salt, 'Content-Encoding: aes128gcm\0', 16));
    const nonce = Buffer.from(hkdfSync('sha256', material, salt, 'Content-Encoding: nonce\0', 12));
    const open = createDecipheriv('aes-128-gcm', key, nonce).setAuthTag(record.subarray(-16));
    const padded = Buffer.concat([open.update(record.subarray(0, -16)), open.final()]);
    // The last record ends in 2 and then zeros.
    return padded.subarray(0, padded.lastIndexOf(2)).toString('utf8');
  }

  const subscription = {
    endpoint: `${server.url}/push/bea`,
    expirationTime: null,
    keys: { p256dh: p256dh.toString('base64url'), auth: auth.toString('base64url') },
  };
  return { pushed, got: server.got, subscription, url: server.url, stop: server.stop };
}

function header({ headers }: Received, name: string): string | undefined {
  return headers[name]?.toString();
}

function claimsOf(received: Received, publicKey: string): ReceivedPush['claims'] | null {
  const [, token, key] = /^vapid t=([\w.-]+), ?k=([\w-]+)$/.exec(header(received, 'authorization') ?? '') ?? [];
  const [head, claims, signature] = token?.split('.') ?? [];
  if (!head || !claims || !signature || key !== publicKey) return null;
  const point = Buffer.from(publicKey, 'base64url');
  const x = point.subarray(1, 33).toString('base64url');
  const y = point.subarray(33, 65).toString('base64url');
  const holds = verify(
    'sha256',
    Buffer.from(`${head}.${claims}`),
    { key: createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' }), dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  );
  return holds ? (JSON.parse(Buffer.from(claims, 'base64url').toString()) as ReceivedPush['claims']) : null;
}
