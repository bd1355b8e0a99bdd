import { lookup } from 'node:dns/promises';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { resolveName } from './resolve-name';
import { type NameAnswer, startNameServer } from './testing/name-server';

const answers = new Map<string, NameAnswer>();
let server: Awaited<ReturnType<typeof startNameServer>>;
let folder: string;

beforeAll(async () => {
  server = await startNameServer((name, short) =>
    name.startsWith('short-') && !short ? 'never' : (answers.get(name) ?? 'unknown'),
  );
  folder = await mkdtemp(join(tmpdir(), 'hosts-'));
});
beforeEach(() => {
  answers.clear();
  server.asked.length = 0;
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true });
});

async function asked(name: string, { privately = false, limitMs = 5_000, hosts = '' } = {}) {
  const hostsFile = join(folder, 'hosts');
  await writeFile(hostsFile, hosts);
  const found = await resolveName(name, { privately, servers: [server.address], hostsFile, limitMs });
  return found.map(({ address }) => address);
}

test('asks name servers for every address', async () => {
  answers.set('hooks.example', ['93.184.215.14', '10.0.0.1']);
  expect((await asked('hooks.example')).sort()).toEqual(['10.0.0.1', '93.184.215.14']);
});

test('waits but a moment for the longer address of a name whose shorter one is known', async () => {
  answers.set('short-only.example', ['93.184.215.14']);
  expect(await asked('short-only.example', { limitMs: 600_000 })).toEqual(['93.184.215.14']);
});

test('knows the names of this machine’s table without asking anybody, the shorter address first', async () => {
  const hosts =
    '# 10.0.0.9 chat.corp\n10.0.0.8 other.corp # chat.corp\nfd00::7 Chat.Corp\n10.0.0.7\tgit.corp chat.corp\n';
  expect(await asked('chat.corp', { hosts })).toEqual(['10.0.0.7', 'fd00::7']);
  expect(await asked('CHAT.corp.', { hosts })).toEqual(['10.0.0.7', 'fd00::7']);
  expect(await asked('localhost')).toEqual(['127.0.0.1', '::1']);
  expect(server.asked).toEqual([]);
});

test('asks the system for what no name server knows only where names may be private', async () => {
  await expect(asked('0x7f000001')).rejects.toMatchObject({ code: 'ENOTFOUND' });
  // The one name that every system knows and no server.
  expect(await asked('0x7f000001', { privately: true })).toEqual(['127.0.0.1']);
});

test('a crowd of names whose servers say nothing is given up in time, and holds up neither each other nor the system', async () => {
  const names = Array.from({ length: 100 }, (_, each) => `slow-${each}.example`);
  for (const name of names) answers.set(name, 'never');
  answers.set('quick.example', ['93.184.215.14']);
  let ended = 0;
  const slow = names.map((name) =>
    asked(name, { limitMs: 1_500, privately: true }).then(
      () => expect.unreachable(),
      ({ code }: { code: string }) => {
        ended += 1;
        return code;
      },
    ),
  );
  expect(await asked('quick.example')).toEqual(['93.184.215.14']);
  expect(await lookup('localhost', { family: 4 })).toMatchObject({ address: '127.0.0.1' });
  expect(ended).toBe(0);
  const codes = new Set(await Promise.all(slow));
  expect([...codes].every((code) => ['ETIMEOUT', 'ECANCELLED'].includes(code))).toBe(true);
});
