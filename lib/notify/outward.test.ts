import { type LookupAddress } from 'node:dns';
import { createServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { TryLater, Undeliverable } from './envelope';
import { postOutward } from './outward';
import { isAllowed, isPublic } from './public-address';
import { type Answer, startHttpReceiver } from './testing/http-receiver';

const at = (...addresses: string[]): LookupAddress[] =>
  addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));

const request = (url: string, allowPrivate: string[] = []) => ({ url, headers: {}, body: '{}', allowPrivate });

test.each([
  ['8.8.8.8', true],
  ['93.184.215.14', true],
  ['2606:4700:4700::1111', true],
  ['64:ff9b::808:808', true],
  ['127.0.0.1', false],
  ['0.0.0.0', false],
  ['10.1.2.3', false],
  ['172.16.0.1', false],
  ['172.31.255.255', false],
  ['192.168.1.1', false],
  ['169.254.169.254', false],
  ['100.64.0.1', false],
  ['100.100.100.200', false],
  ['168.63.129.16', false],
  ['192.0.0.192', false],
  ['198.18.0.1', false],
  ['192.0.2.1', false],
  ['224.0.0.1', false],
  ['255.255.255.255', false],
  ['240.0.0.1', false],
  ['::', false],
  ['::1', false],
  ['::7f00:1', false],
  ['::ffff:127.0.0.1', false],
  ['::ffff:a00:1', false],
  ['::ffff:8.8.8.8', true],
  ['64:ff9b::7f00:1', false],
  ['64:ff9b:1::808:808', false],
  ['2002:7f00:1::', false],
  ['2001:0:7f00:1::', false],
  ['fc00::1', false],
  ['fd00:ec2::254', false],
  ['fe80::1', false],
  ['fec0::1', false],
  ['ff02::1', false],
  ['2001:db8::1', false],
  ['not an address', false],
])('%s leads to the internet: %s', (address, expected) => {
  expect(isPublic(address)).toBe(expected);
});

test('an administrator allows by name, by the names below one, by address and by range', () => {
  expect(isAllowed('chat.corp.example', '10.0.0.5', ['chat.corp.example'])).toBe(true);
  expect(isAllowed('Chat.Corp.Example.', '10.0.0.5', ['chat.corp.example'])).toBe(true);
  expect(isAllowed('chat.corp.example', '10.0.0.5', ['*.corp.example'])).toBe(true);
  expect(isAllowed('evilcorp.example', '10.0.0.5', ['*.corp.example'])).toBe(false);
  expect(isAllowed('x', '10.0.0.5', ['10.0.0.0/8'])).toBe(true);
  expect(isAllowed('x', '::ffff:10.0.0.5', ['10.0.0.0/8'])).toBe(true);
  expect(isAllowed('x', '11.0.0.5', ['10.0.0.0/8', 'fd00::/8'])).toBe(false);
  expect(isAllowed('x', 'fd00:0:0::5', ['fd00::5'])).toBe(true);
  expect(isAllowed('x', '127.0.0.1', [])).toBe(false);
});

describe('with a server on this machine', () => {
  let answer: Answer | 'never' = { status: 200, body: 'ok' };
  let server: Awaited<ReturnType<typeof startHttpReceiver>>;
  beforeEach(async () => {
    answer = { status: 200, body: 'ok' };
    server = await startHttpReceiver(() => answer);
  });
  afterEach(() => server.stop());

  test.each([
    'http://127.0.0.1',
    'http://2130706433',
    'http://0x7f000001',
    'http://0177.0.0.1',
    'http://127.1',
    'http://0',
    'http://[::1]',
    'http://[::ffff:127.0.0.1]',
    'http://[::ffff:7f00:1]',
    'http://localhost',
    'http://bea:secret@127.0.0.1',
  ])('%s is refused, and nothing arrives', async (base) => {
    await expect(postOutward(request(`${base}:${server.port}/hook`))).rejects.toThrow(Undeliverable);
    expect(server.got).toEqual([]);
  });

  test.each([[at('127.0.0.1')], [at('::ffff:127.0.0.1')], [at('169.254.169.254')], [at('93.184.215.14', '127.0.0.1')]])(
    'a name that resolves to %o is refused, and nothing arrives',
    async (addresses) => {
      const resolve = () => Promise.resolve(addresses);
      await expect(postOutward(request(`http://hooks.example:${server.port}/`), { resolve })).rejects.toThrow(
        /hooks\.example is in a private network/,
      );
      expect(server.got).toEqual([]);
    },
  );

  test('the address that was checked is the one called: a name that changes its mind is not asked twice', async () => {
    const answers = [at('127.0.0.1'), at('127.0.0.2'), at('127.0.0.1')];
    let asked = 0;
    const resolve = () => Promise.resolve(answers[asked++] ?? []);
    const rebinding = request(`http://rebinding.example:${server.port}/`, ['127.0.0.1/32']);
    expect(await postOutward(rebinding, { resolve })).toMatchObject({ status: 200 });
    expect(asked).toBe(1);
    // A connection kept from before would still go to the address that was allowed then.
    await expect(postOutward(rebinding, { resolve })).rejects.toThrow(Undeliverable);
    expect(server.got).toHaveLength(1);
  });

  test('a redirect is handed back as it is, and not followed to where it leads', async () => {
    answer = { status: 302, headers: { location: 'http://169.254.169.254/latest/meta-data/' } };
    const got = await postOutward(request(`${server.url}/hook`, ['127.0.0.1']));
    expect(got.status).toBe(302);
    expect(server.got).toHaveLength(1);
  });

  test('an allowed address gets what was posted', async () => {
    const resolve = () => Promise.resolve(at('127.0.0.1'));
    const got = await postOutward(
      {
        url: `http://chat.corp.example:${server.port}/a?b=c`,
        headers: { 'x-a': 'b' },
        body: 'Zürich',
        allowPrivate: ['*.corp.example'],
      },
      { resolve },
    );
    expect(got).toMatchObject({ status: 200, body: 'ok' });
    const [received] = server.got;
    expect(received).toMatchObject({ method: 'POST', path: '/a?b=c' });
    expect(received?.headers).toMatchObject({ 'x-a': 'b', host: `chat.corp.example:${server.port}` });
    expect(received?.body.toString()).toBe('Zürich');
  });

  test('no more than 64 KiB of an answer are read, nor waited for', async () => {
    answer = { status: 200, body: 'x'.repeat(100_000), endless: true };
    const got = await postOutward(request(server.url, ['127.0.0.1']));
    expect(got.body).toHaveLength(64 * 1024);
  });

  test('whoever does not answer in time is tried later', async () => {
    answer = 'never';
    await expect(postOutward(request(server.url, ['127.0.0.1']), { limitMs: 50 })).rejects.toThrow(
      /127\.0\.0\.1 did not answer within/,
    );
  });

  test('whoever is not there, or hangs up, is tried later', async () => {
    const closed = createServer((socket) => socket.destroy());
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
    const { port } = closed.address() as { port: number };
    await expect(postOutward(request(`http://127.0.0.1:${port}`, ['127.0.0.1']))).rejects.toThrow(TryLater);
    await new Promise((resolve) => closed.close(resolve));
    await expect(postOutward(request(`http://127.0.0.1:${port}`, ['127.0.0.1']))).rejects.toThrow(/ECONNREFUSED/);
    const nowhere = () => Promise.reject(Object.assign(new Error('no such name'), { code: 'ENOTFOUND' }));
    await expect(postOutward(request('http://gone.example'), { resolve: nowhere })).rejects.toThrow(/ENOTFOUND/);
  });
});

test('nothing but http and https is called', async () => {
  await expect(postOutward(request('file:///etc/passwd'))).rejects.toThrow(Undeliverable);
});
