import { beforeAll, describe, expect, it } from 'vitest';
import { type Actor } from '@/lib/core/access/actor';
import { isRefusal } from '@/lib/core/refusal';
import { database } from '@/lib/store/database';
import { actOnIncident } from './act-on-incident';
import { changeAccount } from './change-account';
import { changePersonRole } from './change-person-role';
import { createToken } from './create-token';
import { deactivatePerson } from './deactivate-person';
import { declareIncident } from './declare-incident';
import { endOwnSession, endOwnSessions } from './end-own-sessions';
import { endPersonSessions } from './end-person-sessions';
import { invitePerson } from './invite-person';
import { offerRecovery } from './offer-recovery';
import { reactivatePerson } from './reactivate-person';
import { removePasskey } from './remove-passkey';
import { renamePerson } from './rename-person';
import { revokeInvitation } from './revoke-invitation';
import { revokeToken } from './revoke-token';

const person = (id: string, role: Actor['role']): Actor => ({ kind: 'person', id, name: id.toUpperCase(), role });
const [ada, bea, cy] = [person('ada', 'administrator'), person('bea', 'responder'), person('cy', 'observer')];

const signIn = (userId: string) =>
  database.session.create({
    data: { id: crypto.randomUUID(), token: crypto.randomUUID(), userId, expiresAt: new Date(Date.now() + 60_000) },
  });

const kindsOf = async (stream: string) =>
  (await database.fact.findMany({ where: { stream }, orderBy: { seq: 'asc' } })).map(({ kind }) => kind);

beforeAll(async () => {
  for (const { id, name, role } of [ada, bea, cy])
    await database.person.create({ data: { id, name, role, email: `${id}@example.org` } });
});

describe('administrators alone', () => {
  const acts: [string, (caller: { actor: Actor }) => Promise<unknown>][] = [
    ['invite', (caller) => invitePerson(caller, { email: 'x@example.org', role: 'observer' })],
    ['withdraw an invitation', (caller) => revokeInvitation(caller, 'none')],
    ['change a role', (caller) => changePersonRole(caller, 'cy', { role: 'administrator' })],
    ['rename', (caller) => renamePerson(caller, 'ada', { name: 'Eve' })],
    ['deactivate', (caller) => deactivatePerson(caller, 'ada')],
    ['reactivate', (caller) => reactivatePerson(caller, 'ada')],
    ['sign somebody out', (caller) => endPersonSessions(caller, 'ada')],
    ['make a recovery link', (caller) => offerRecovery(caller, 'ada')],
    ['make a token', (caller) => createToken(caller, { name: 'x', role: 'administrator' })],
    ['revoke a token', (caller) => revokeToken(caller, 'none')],
  ];
  const machine: Actor = { kind: 'token', id: 't', name: 'CI', role: 'responder' };
  const others = [bea, cy, machine];

  it.each(acts)('%s', async (_name, act) => {
    for (const actor of others) expect(await act({ actor })).toMatchObject({ refusal: 'not-allowed' });
  });
});

describe('roles and access', () => {
  it('never leaves Quarterdeck without an administrator, even when two leave at once', async () => {
    expect(await changePersonRole({ actor: ada }, 'ada', { role: 'observer' })).toMatchObject({ refusal: 'conflict' });
    expect(await deactivatePerson({ actor: ada }, 'ada')).toMatchObject({ refusal: 'conflict' });
    expect(isRefusal(await changePersonRole({ actor: ada }, 'bea', { role: 'administrator' }))).toBe(false);
    const both = await Promise.all([
      changePersonRole({ actor: ada }, 'ada', { role: 'responder' }),
      changePersonRole({ actor: { ...bea, role: 'administrator' } }, 'bea', { role: 'responder' }),
    ]);
    expect(both.filter(isRefusal)).toHaveLength(1);
    const left = await database.person.findMany({ where: { role: 'administrator' } });
    expect(left).toHaveLength(1);
    await database.person.update({ where: { id: 'ada' }, data: { role: 'administrator' } });
    await database.person.update({ where: { id: 'bea' }, data: { role: 'responder' } });
  });

  it('lets no administrator lose sight of a private incident that they work in', async () => {
    await changePersonRole({ actor: ada }, 'bea', { role: 'administrator' });
    const head: Actor = { ...bea, role: 'administrator' };
    const done = await declareIncident({ actor: head }, { title: 'Leak', severity: 'High', private: true });
    const number = 'number' in done ? done.number : 0;
    await actOnIncident({ actor: head }, number, 'take-role', { role: 'commander' });
    const access = (visibleTo: string[]) =>
      actOnIncident({ actor: ada }, number, 'change-access', { private: true, visibleTo });
    expect(isRefusal(await access([]))).toBe(false);
    const demote = () => changePersonRole({ actor: ada }, 'bea', { role: 'responder' });
    expect(await demote()).toMatchObject({
      refusal: 'conflict',
      message: expect.stringContaining(`INC-${number}`) as string,
    });
    expect(isRefusal(await access(['bea']))).toBe(false);
    expect(isRefusal(await demote())).toBe(false);
    expect(await access([])).toMatchObject({
      refusal: 'conflict',
      message: expect.stringContaining('BEA is') as string,
    });
  });

  describe('an administrator made a responder while they begin to work unnamed in a private incident', () => {
    const head: Actor = { ...bea, role: 'administrator' };
    const demote = () => changePersonRole({ actor: ada }, 'bea', { role: 'responder' });
    const leak = async () => {
      await changePersonRole({ actor: ada }, 'bea', { role: 'administrator' });
      const done = await declareIncident({ actor: ada }, { title: 'Leak', severity: 'High', private: true });
      return 'number' in done ? done.number : 0;
    };
    /** How many statements wait for somebody else's lock. */
    const waiting = async () => {
      const [row] = await database.$queryRaw<{ count: number }[]>`
        select count(*)::int as count from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`;
      return row?.count;
    };

    it('is refused the work where the role went first', async () => {
      const number = await leak();
      let taken: Promise<unknown> | undefined;
      await database.$transaction(async (tx) => {
        await tx.$queryRaw`select number from incident where number = ${number} for update`;
        taken = actOnIncident({ actor: head }, number, 'take-role', { role: 'commander' });
        await expect.poll(waiting).toBe(1);
        expect(isRefusal(await demote())).toBe(false);
      });
      expect(await taken).toMatchObject({ refusal: 'not-found' });
    });

    it.each([
      ['who takes a role', head, 'take-role', { role: 'commander' }],
      ['who is given a role', ada, 'assign-role', { role: 'commander', person: 'bea' }],
    ] as const)('keeps their sight where the work went first: %s', async (_, actor, act, draft) => {
      const number = await leak();
      let taken: Promise<unknown> | undefined;
      let demoted: Promise<unknown> | undefined;
      await database.$transaction(async (tx) => {
        await tx.$executeRaw`lock table fact in share mode`;
        taken = actOnIncident({ actor }, number, act, draft);
        await expect.poll(waiting).toBe(1);
        demoted = demote();
        await expect.poll(waiting).toBe(2);
      });
      expect(await taken).toHaveProperty('facts');
      expect(await demoted).toMatchObject({ refusal: 'conflict' });
      await actOnIncident({ actor: ada }, number, 'change-phase', { to: 'resolved' });
      expect(isRefusal(await demote())).toBe(false);
    });
  });

  it('ends every session of whoever is deactivated, and says so', async () => {
    await signIn('cy');
    await signIn('cy');
    expect(await deactivatePerson({ actor: ada }, 'cy')).toEqual({ id: 'cy', name: 'CY' });
    expect(await database.session.count({ where: { userId: 'cy' } })).toBe(0);
    await reactivatePerson({ actor: ada }, 'cy');
    await reactivatePerson({ actor: ada }, 'cy');
    expect(await kindsOf('person:cy')).toEqual(['person.deactivated', 'person.reactivated']);
  });

  it('renames, keeping the former name in the fact', async () => {
    await renamePerson({ actor: ada }, 'cy', { name: '  Cy Young ' });
    const fact = await database.fact.findFirst({ where: { kind: 'person.renamed' } });
    expect(fact?.data).toEqual({ person: { id: 'cy', name: 'Cy Young' }, from: 'CY' });
    expect(await renamePerson({ actor: ada }, 'cy', { name: ' ' })).toMatchObject({ fields: { name: /./ } });
    expect(await renamePerson({ actor: ada }, 'nobody', { name: 'X' })).toMatchObject({ refusal: 'not-found' });
  });
});

describe('one’s own account', () => {
  it('records each of its changes, and nothing where nothing changed', async () => {
    const self: Actor = { ...cy, name: 'Cy Young' };
    const draft = { name: 'Cy Young', timeZone: 'Asia/Tokyo' };
    await changeAccount({ actor: self }, draft);
    await changeAccount({ actor: self }, draft);
    const facts = await database.fact.findMany({ where: { kind: 'person.time-zone-changed' } });
    expect(facts.map(({ data }) => data)).toEqual([
      { person: { id: 'cy', name: 'Cy Young' }, from: null, to: 'Asia/Tokyo' },
    ]);
    expect(await changeAccount({ actor: self }, { ...draft, timeZone: 'Mars/Base' })).toMatchObject({
      refusal: 'invalid',
    });
  });
});

describe('one’s own sessions and passkeys', () => {
  it('ends one, the others, or all; never those of somebody else', async () => {
    const [here, phone, theirs] = [await signIn('bea'), await signIn('bea'), await signIn('cy')];
    expect(await endOwnSession({ actor: bea }, theirs.id)).toMatchObject({ refusal: 'not-found' });
    expect(isRefusal(await endOwnSession({ actor: bea }, phone.id))).toBe(false);
    await signIn('bea');
    await endOwnSessions({ actor: bea }, here.id);
    expect(await database.session.findMany({ where: { userId: 'bea' }, select: { id: true } })).toEqual([
      { id: here.id },
    ]);
    await endOwnSessions({ actor: bea });
    expect(await database.session.count({ where: { userId: 'bea' } })).toBe(0);
    expect(await database.session.count({ where: { userId: 'cy' } })).toBe(1);
    const facts = await database.fact.findMany({ where: { stream: 'person:bea', kind: 'sessions.revoked' } });
    expect(facts.map(({ data }) => (data as { count: number }).count)).toEqual([1, 1, 1]);
  });

  it('keeps the last way to sign in', async () => {
    const data = { userId: 'bea', publicKey: '', counter: 0, deviceType: 'singleDevice', backedUp: false };
    await database.passkey.create({ data: { ...data, id: 'k1', credentialID: 'c1', name: 'Laptop' } });
    await database.passkey.create({ data: { ...data, id: 'k2', credentialID: 'c2' } });
    expect(await removePasskey({ actor: cy }, 'k1')).toMatchObject({ refusal: 'not-found' });
    expect(isRefusal(await removePasskey({ actor: bea }, 'k1'))).toBe(false);
    expect(await removePasskey({ actor: bea }, 'k2')).toMatchObject({ refusal: 'conflict' });
  });
});

describe('invitations and tokens', () => {
  it('replaces an earlier invitation to the same address, and keeps no secret', async () => {
    const first = await invitePerson({ actor: ada }, { email: 'New@Example.org', role: 'responder' });
    const second = await invitePerson({ actor: ada }, { email: 'new@example.org', role: 'observer', days: '3' });
    if (isRefusal(first) || isRefusal(second)) throw new Error('Both should have been made.');
    expect(await revokeInvitation({ actor: ada }, first.id)).toMatchObject({ refusal: 'taken' });
    expect(await revokeInvitation({ actor: ada }, second.id)).toEqual({ email: 'new@example.org' });
    const kept = JSON.stringify([
      await database.invitation.findMany(),
      await database.fact.findMany({ select: { data: true } }),
    ]);
    expect(kept).not.toContain(second.path.split('/').at(-1));
    expect(await invitePerson({ actor: ada }, { email: 'ada@example.org', role: 'observer' })).toMatchObject({
      refusal: 'taken',
      fields: { email: /already/ },
    });
  });

  it('keeps of a token its digest and first letters, and revokes once', async () => {
    const made = await createToken({ actor: ada }, { name: 'Pipeline', role: 'responder' });
    if (isRefusal(made)) throw new Error(made.message);
    const row = await database.token.findUniqueOrThrow({ where: { id: made.id } });
    expect(made.token).toMatch(/^qd_[\w-]{43}$/);
    expect(made.token.startsWith(row.prefix)).toBe(true);
    expect(JSON.stringify(row)).not.toContain(made.token);
    expect(await revokeToken({ actor: ada }, made.id)).toEqual({ id: made.id, name: 'Pipeline' });
    expect(await revokeToken({ actor: ada }, made.id)).toMatchObject({ refusal: 'taken' });
    expect(await kindsOf(`token:${made.id}`)).toEqual(['token.created', 'token.revoked']);
  });
});
