import { type LookupAddress } from 'node:dns';
import { lookup, Resolver } from 'node:dns/promises';
import { readFile } from 'node:fs/promises';
import { isIP } from 'node:net';

interface Options {
  /** Whether names may be asked of the system that no name server knows: those of a private network. */
  privately: boolean;
  /** Name servers as `address:port`; the system's where none are given. */
  servers?: readonly string[];
  hostsFile?: string;
  limitMs?: number;
}

const timeLimit = 5_000;
/** How long a name whose shorter address is known waits for the longer (RFC 8305, section 3). */
const resolutionDelayMs = 50;
const systemsHosts = '/etc/hosts';
const loopback: LookupAddress[] = [
  { address: '127.0.0.1', family: 4 },
  { address: '::1', family: 6 },
];

/**
 * Every address of a name, the shorter first: by this machine's table of hosts, else by its name servers over sockets of our own, so
 * that no number of slow name servers holds up another lookup. The system's own lookup, which blocks a thread for as long as it likes, is
 * asked only where no name server is there, or `privately` for what none knows, and for one name at a time. Throws with a `code` where
 * nobody knows the name, or nobody answers within 5 seconds.
 */
export async function resolveName(
  name: string,
  { privately, servers, hostsFile = systemsHosts, limitMs = timeLimit }: Options,
): Promise<LookupAddress[]> {
  const host = name.toLowerCase().replace(/\.$/, '');
  const listed = await hostsNamed(host, hostsFile);
  if (listed.length > 0) return listed;
  if (host === 'localhost' || host.endsWith('.localhost')) return loopback;
  try {
    return await byNameServers(host, servers, limitMs);
  } catch (error) {
    const { code } = error as { code?: unknown };
    const unknown = code === 'ENOTFOUND' || code === 'ENODATA';
    if (code !== 'ECONNREFUSED' && !(privately && unknown)) throw error;
    return inTurn(host, limitMs);
  }
}

async function hostsNamed(host: string, file: string): Promise<LookupAddress[]> {
  const text = await readFile(file, 'utf8').catch(() => '');
  const found = text.split('\n').flatMap((line) => {
    const [address = '', ...names] = line.replace(/#.*/, '').trim().toLowerCase().split(/\s+/);
    const family = isIP(address);
    return family !== 0 && names.includes(host) ? [{ address, family }] : [];
  });
  return shorterFirst(found);
}

async function byNameServers(
  host: string,
  servers: readonly string[] | undefined,
  limitMs: number,
): Promise<LookupAddress[]> {
  // Of its own for each name: it reads which name servers there are when it is made.
  const resolver = new Resolver({ timeout: limitMs / 2, tries: 2 });
  if (servers) resolver.setServers(servers);
  const giveUpIn = (ms: number) => setTimeout(() => resolver.cancel(), ms);
  let limit = giveUpIn(limitMs);
  const shorter = resolver.resolve4(host).then((addresses) => {
    clearTimeout(limit);
    limit = giveUpIn(resolutionDelayMs);
    return addresses;
  });
  const [four, six] = await Promise.allSettled([shorter, resolver.resolve6(host)]);
  clearTimeout(limit);
  const found = [four, six].flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
  if (found.length > 0) return found.map((address) => ({ address, family: isIP(address) }));
  throw four.status === 'rejected' ? four.reason : new Error(`${host} has no address.`);
}

const running = new Map<string, Promise<LookupAddress[]>>();
let last: Promise<unknown> = Promise.resolve();

/** One name after another, and each once for all who wait for it; none that waited longer than `limitMs` for its turn. */
function inTurn(host: string, limitMs: number): Promise<LookupAddress[]> {
  const asked = running.get(host);
  if (asked) return asked;
  const began = performance.now();
  const turn = last
    .then(() => {
      if (performance.now() - began > limitMs)
        throw Object.assign(new Error(`${host} was not looked up in time.`), { code: 'ETIMEOUT' });
      return lookup(host, { all: true });
    })
    .finally(() => running.delete(host));
  running.set(host, turn);
  last = turn.catch(() => undefined);
  return turn;
}

/** Not every network that knows the longer addresses leads anywhere by them. */
function shorterFirst(addresses: readonly LookupAddress[]): LookupAddress[] {
  return addresses.toSorted((a, b) => a.family - b.family);
}
