import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';

/** How to reach a data folder's own Postgres; kept beside it, readable by its owner alone. */
export type Access = { port: number; adminPassword: string; password: string };

export function readAccess(folder: string): Access | null {
  const file = path.join(folder, 'postgres.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Access) : null;
}

/** The remembered access, its port replaced when something else has taken that. */
export async function settleAccess(folder: string): Promise<Access> {
  const remembered = readAccess(folder);
  if (remembered && (await isFree(remembered.port, '127.0.0.1'))) return remembered;
  const secrets = remembered ?? { adminPassword: secret(), password: secret() };
  const access = { ...secrets, port: await freePort() };
  const file = path.join(folder, 'postgres.json');
  writeFileSync(`${file}.new`, JSON.stringify(access), { mode: 0o600 });
  chmodSync(`${file}.new`, 0o600);
  renameSync(`${file}.new`, file);
  return access;
}

export function urlOf(access: Access, database = 'quarterdeck'): string {
  return `postgresql://quarterdeck:${access.password}@127.0.0.1:${access.port}/${database}`;
}

function secret(): string {
  return randomBytes(24).toString('hex');
}

/** Whether `port` can be listened on: at `host`, or at every address of this machine. */
export function isFree(port: number, host?: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = net.createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, host, () => probe.close(() => resolve(true)));
  });
}

/** A port on the loopback address that nothing listens on now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as net.AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
