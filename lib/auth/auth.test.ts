import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { adoptSecret, env } from '@/lib/env';
import { type Actor, system } from '@/lib/core/access/actor';
import { isRefusal } from '@/lib/core/refusal';
import { database } from '@/lib/store/database';
import { digestOf, mintToken } from '@/lib/store/token-secret';
import { transact } from '@/lib/store/transact';
import { actorOfHeaders } from './actor-of-headers';
import { admit, readAdmission } from './admission';
import { admitWithPassword } from './admit-with-password';
import { auth } from './auth';
import { changePassword } from './change-password';
import { firstRun } from './first-run';
import { handleAuth } from './handle';
import { judgePassword } from './judge-password';
import { signIn, signInAsSample } from './sign-in';

const good = 'quiet harbour lamp 7';
const from = (address: string) => new Headers({ 'x-forwarded-for': address });

/** Signs in over HTTP, as a browser would, and answers with the headers of its next request. */
async function browser(email: string, password = good, address = '192.0.2.1'): Promise<Headers> {
  const response = await post('sign-in/email', { email, password }, from(address));
  const cookie = response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  return new Headers({ cookie });
}

const post = (path: string, body: object, headers = new Headers()) => {
  headers.set('content-type', 'application/json');
  return handleAuth(
    new Request(`${env.QUARTERDECK_URL}/api/auth/${path}`, { method: 'POST', headers, body: JSON.stringify(body) }),
  );
};

const setUpToken = async () => (await firstRun())[1]?.split('/').at(-1) ?? '';

async function invite(email: string, token: string, days = 7) {
  const createdAt = new Date();
  const expiresAt = new Date(createdAt.getTime() + days * 86_400_000);
  const tokenHash = digestOf(token);
  await database.invitation.create({
    data: { id: token, email, role: 'responder', tokenHash, invitedBy: 'Ada', createdAt, expiresAt },
  });
}

beforeAll(() => adoptSecret('a secret for tests that is long enough'));

describe('the first administrator', () => {
  it('is made by the newest set-up link, once, even when many race for it', async () => {
    const old = await setUpToken();
    const token = await setUpToken();
    expect(await readAdmission({ kind: 'set-up', token: old })).toMatchObject({ refusal: 'not-found' });
    expect(await readAdmission({ kind: 'set-up', token })).toMatchObject({ role: 'administrator', email: null });
    const racing = Array.from({ length: 8 }, (_, i) =>
      transact((unit) =>
        admit(unit, { kind: 'set-up', token }, { name: `P${i}`, email: `p${i}@example.org`, passwordHash: null }),
      ),
    );
    const answers = await Promise.all(racing);
    expect(answers.filter((answer) => !isRefusal(answer))).toHaveLength(1);
    expect(await database.person.findMany({ select: { role: true } })).toEqual([{ role: 'administrator' }]);
    expect(await firstRun()).toEqual([]);
    expect(await database.setting.findUnique({ where: { key: 'set-up' } })).toBeNull();
  });
});

describe('an invitation', () => {
  it('lets in one person, for its own address, with a password that holds', async () => {
    await invite('bea@example.org', 'bea-link');
    const draft = {
      kind: 'invitation',
      token: 'bea-link',
      name: 'Bea',
      email: 'other@example.org',
      password: 'password1234',
    };
    expect(await admitWithPassword(from('192.0.2.2'), draft)).toMatchObject({ fields: { password: /tried first/ } });
    expect(await admitWithPassword(from('192.0.2.2'), { ...draft, password: good })).toBeNull();
    expect(await database.person.findUnique({ where: { email: 'bea@example.org' } })).toMatchObject({
      role: 'responder',
    });
    expect(await admitWithPassword(from('192.0.2.2'), { ...draft, password: good })).toMatchObject({
      refusal: 'taken',
    });
    const fact = await database.fact.findFirst({ where: { kind: 'person.created', actorName: 'Bea' } });
    expect(fact?.data).toMatchObject({ email: 'bea@example.org', role: 'responder', how: 'invitation' });
  });

  it('stops working when it is withdrawn or has expired', async () => {
    await invite('late@example.org', 'late-link', -1);
    await invite('gone@example.org', 'gone-link');
    await database.invitation.update({ where: { id: 'gone-link' }, data: { revokedAt: new Date() } });
    expect(await readAdmission({ kind: 'invitation', token: 'late-link' })).toMatchObject({ refusal: 'expired' });
    expect(await readAdmission({ kind: 'invitation', token: 'gone-link' })).toMatchObject({ refusal: 'expired' });
    expect(await readAdmission({ kind: 'invitation', token: 'made-up' })).toMatchObject({ refusal: 'not-found' });
  });
});

describe('signing in', () => {
  it('gives a session to the right password alone, and never tells whether an account exists', async () => {
    const wrong = await signIn(from('192.0.2.3'), { email: 'bea@example.org', password: 'not this one' });
    const nobody = await signIn(from('192.0.2.3'), { email: 'nobody@example.org', password: 'not this one' });
    expect(wrong).toMatchObject({ refusal: 'not-signed-in' });
    expect(nobody).toEqual(wrong);
    expect(await actorOfHeaders(await browser('BEA@example.org'))).toMatchObject({ kind: 'person', name: 'Bea' });
  });

  it('is closed to newcomers, and to samples outside a demo', async () => {
    const response = await post('sign-up/email', { name: 'Eve', email: 'eve@example.org', password: good });
    expect(response.status).toBe(404);
    await expect(signInAsSample(new Headers(), 'anyone')).rejects.toThrow(/demos only/);
    expect((await post('sign-in/demo', { personId: 'anyone' })).status).toBe(404);
  });

  it('slows a guesser down, by address and account, and leaves the owner elsewhere alone', async () => {
    const guess = () => signIn(from('198.51.100.7'), { email: 'bea@example.org', password: 'guess' });
    const answers = await Promise.all(Array.from({ length: 14 }, guess));
    expect(answers.filter((answer) => answer?.refusal === 'too-many')).toHaveLength(4);
    expect(await guess()).toMatchObject({ refusal: 'too-many', message: /in 15 minutes/ });
    const right = { email: 'bea@example.org', password: good };
    expect(await signIn(from('198.51.100.7'), right)).toMatchObject({ refusal: 'too-many' });
    expect(await signIn(from('192.0.2.9'), right)).toBeNull();
    await database.$executeRaw`insert into clock_offset (id, ms) values (1, 900001)`;
    expect(await signIn(from('198.51.100.7'), right)).toBeNull();
    await database.$executeRaw`delete from clock_offset`;
  });

  it('reads role and access anew each time, and ends with deactivation', async () => {
    const headers = await browser('bea@example.org');
    await database.person.update({ where: { email: 'bea@example.org' }, data: { role: 'observer' } });
    expect(await actorOfHeaders(headers)).toMatchObject({ role: 'observer' });
    await database.person.update({ where: { email: 'bea@example.org' }, data: { active: false } });
    expect(await actorOfHeaders(headers)).toBeNull();
    expect(await signIn(from('192.0.2.4'), { email: 'bea@example.org', password: good })).toMatchObject({
      refusal: 'not-allowed',
      message: /deactivated/,
    });
    await database.person.update({ where: { email: 'bea@example.org' }, data: { active: true, role: 'responder' } });
  });

  it('takes no cookie that was tampered with', async () => {
    const cookie = (await browser('bea@example.org')).get('cookie') ?? '';
    expect(await actorOfHeaders(new Headers({ cookie }))).not.toBeNull();
    expect(await actorOfHeaders(new Headers({ cookie: `${cookie.slice(0, -6)}AAAAA%3D` }))).toBeNull();
    expect(await actorOfHeaders(new Headers({ cookie: 'quarterdeck.session_token=guess.guess' }))).toBeNull();
  });
});

describe('changing the password', () => {
  it('asks for the present one, and signs out every other session', async () => {
    const [here, elsewhere] = [await browser('bea@example.org'), await browser('bea@example.org')];
    const found = await auth().api.getSession({ headers: here });
    if (!found) throw new Error('There should be a session.');
    const actor: Actor = { kind: 'person', id: found.user.id, name: 'Bea', role: 'responder' };
    const session = {
      actor,
      sessionId: found.session.id,
      email: 'bea@example.org',
      timeZone: null,
      signedInAt: found.session.createdAt,
    };
    const next = 'seven grey gulls over';
    expect(await changePassword(session, from('192.0.2.5'), { current: 'wrong', next })).toMatchObject({
      fields: { current: /present/ },
    });
    expect(await changePassword(session, from('192.0.2.5'), { current: good, next: 'short' })).toMatchObject({
      fields: { next: /at least 12/ },
    });
    expect(await changePassword(session, from('192.0.2.5'), { current: good, next })).toBeNull();
    expect(await actorOfHeaders(here)).not.toBeNull();
    expect(await actorOfHeaders(elsewhere)).toBeNull();
    expect(await signIn(from('192.0.2.5'), { email: 'bea@example.org', password: next })).toBeNull();
  });
});

describe('an API token', () => {
  it('speaks for its machine until it is revoked, and notes its use once a minute', async () => {
    const { token, hash, prefix } = mintToken();
    const data = {
      id: 'ci',
      name: 'CI',
      role: 'observer',
      hash,
      prefix,
      createdBy: system.name,
      createdAt: new Date(),
    };
    await database.token.create({ data });
    const headers = new Headers({ authorization: `Bearer ${token}` });
    expect(await actorOfHeaders(headers)).toEqual({ kind: 'token', id: 'ci', name: 'CI', role: 'observer' });
    const usedAt = async () => (await database.token.findUniqueOrThrow({ where: { id: 'ci' } })).lastUsedAt;
    const first = await usedAt();
    await actorOfHeaders(headers);
    expect(await usedAt()).toEqual(first);
    const cookie = (await browser('bea@example.org', 'seven grey gulls over')).get('cookie') ?? '';
    expect(await actorOfHeaders(new Headers({ cookie, authorization: 'Bearer qd_made-up' }))).toBeNull();
    await database.token.update({ where: { id: 'ci' }, data: { revokedAt: new Date() } });
    expect(await actorOfHeaders(headers)).toBeNull();
  });
});

describe('stolen passwords', () => {
  const stolen = 'lamp harbour quiet 9';
  const asked: string[] = [];
  let answer = '';
  const server = createServer((req, res) => {
    asked.push(req.url ?? '');
    res.end(answer);
  });
  const owner = { name: 'Bea', email: 'bea@example.org' };

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    env.PASSWORD_RANGE_URL = `http://127.0.0.1:${(server.address() as AddressInfo).port}/range`;
  });
  afterAll(() => {
    env.PASSWORD_RANGE_URL = undefined;
    server.close();
  });

  it('are refused when the range service lists them, which learns five letters', async () => {
    const digest = createHash('sha1').update(stolen).digest('hex').toUpperCase();
    answer = `0000000000000000000000000000000000A:3\r\n${digest.slice(5)}:12\r\n`;
    expect(await judgePassword(stolen, owner)).toMatch(/stolen/);
    expect(asked).toEqual([`/range/${digest.slice(0, 5)}`]);
    answer = `${digest.slice(5)}:0`;
    expect(await judgePassword(stolen, owner)).toBeNull();
  });

  it('pass when the service does not answer', async () => {
    env.PASSWORD_RANGE_URL = 'http://127.0.0.1:1/range';
    expect(await judgePassword(stolen, owner)).toBeNull();
  });
});
