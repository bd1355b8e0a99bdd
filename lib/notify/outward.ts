import { type LookupAddress } from 'node:dns';
import http, { type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import https from 'node:https';
import { type LookupFunction } from 'node:net';
import { TryLater, Undeliverable } from './envelope';
import { isAllowed, isPublic } from './public-address';
import { resolveName } from './resolve-name';

export interface OutwardRequest {
  url: string;
  headers: Record<string, string>;
  body: string | Buffer;
  /** Names, addresses and ranges that may be private. */
  allowPrivate: readonly string[];
}

export interface OutwardAnswer {
  status: number;
  headers: IncomingHttpHeaders;
  /** At most 64 KiB of it. */
  body: string;
}

/** Looks a name up; tests bring their own. */
export type Resolve = (name: string) => Promise<LookupAddress[]>;

const timeLimit = 10_000;
const sizeLimit = 64 * 1024;

/**
 * Posts to an address that somebody typed: the only HTTP that leaves Quarterdeck for such an address. The very addresses
 * that the connection is made to are checked, so that no name can turn private in between; redirects are not followed.
 * Throws `Undeliverable` for an address that may not be called, `TryLater` where nobody answers within 10 seconds.
 */
export async function postOutward(
  { url, headers, body, allowPrivate }: OutwardRequest,
  { resolve, limitMs = timeLimit }: { resolve?: Resolve; limitMs?: number } = {},
): Promise<OutwardAnswer> {
  const addressesOf = resolve ?? ((asked) => resolveName(asked, { privately: allowPrivate.length > 0 }));
  const target = new URL(url);
  if (target.protocol !== 'https:' && target.protocol !== 'http:')
    throw new Undeliverable('Only http and https addresses are called.');
  const name = target.hostname.replace(/^\[|\]$/g, '');
  const check = (addresses: LookupAddress[]) => {
    if (addresses.every(({ address }) => isPublic(address) || isAllowed(name, address, allowPrivate))) return;
    throw new Undeliverable(`${name} is in a private network, which an administrator has not allowed.`);
  };
  // A number is connected to without being looked up.
  if (/^[\d.]+$|:/.test(name)) check([{ address: name, family: name.includes(':') ? 6 : 4 }]);
  const signal = AbortSignal.timeout(limitMs);
  try {
    const answer = await new Promise<IncomingMessage>((settle, fail) => {
      const request = (target.protocol === 'https:' ? https : http).request(target, {
        method: 'POST',
        headers: { 'user-agent': 'Quarterdeck', ...headers, 'content-length': String(Buffer.byteLength(body)) },
        // Of its own: a connection kept from earlier might have been made under another allowance.
        agent: false,
        lookup: checked(addressesOf, check),
        signal,
      });
      request.on('response', settle);
      request.on('error', fail);
      request.end(body);
    });
    return { status: answer.statusCode ?? 0, headers: answer.headers, body: await readSome(answer) };
  } catch (error) {
    if (error instanceof Undeliverable) throw error;
    // A name and password that cannot be unescaped: the address is wrong, not its host.
    if (error instanceof URIError) throw new Undeliverable(`${name} cannot be called at this address.`);
    if (signal.aborted) throw new TryLater(`${name} did not answer within ${Math.round(limitMs / 1_000)} seconds.`);
    throw new TryLater(`${name} could not be reached: ${reasonOf(error)}.`);
  }
}

function checked(resolve: Resolve, check: (addresses: LookupAddress[]) => void): LookupFunction {
  return (name, options, callback) => {
    const answer = async () => {
      const addresses = await resolve(name);
      check(addresses);
      return addresses;
    };
    answer().then(
      (addresses) => {
        const [first] = addresses;
        if (options.all) callback(null, addresses);
        else callback(null, first?.address ?? '', first?.family);
      },
      (error: unknown) => callback(error as NodeJS.ErrnoException, ''),
    );
  };
}

async function readSome(answer: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    size += chunk.length;
    if (size >= sizeLimit) break;
  }
  return Buffer.concat(chunks).subarray(0, sizeLimit).toString('utf8');
}

function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return reasonOf(error.errors[0]);
  const { code, message } = error as { code?: unknown; message?: unknown };
  return typeof code === 'string' ? code : String(message ?? error);
}
