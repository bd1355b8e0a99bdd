import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { adoptSecret } from '@/lib/env';
import { changePersonRole } from '@/lib/commands/change-person-role';
import { deactivatePerson } from '@/lib/commands/deactivate-person';
import { offerRecovery } from '@/lib/commands/offer-recovery';
import { reactivatePerson } from '@/lib/commands/reactivate-person';
import { type Actor, system } from '@/lib/core/access/actor';
import { isRefusal } from '@/lib/core/refusal';
import { tidy } from '@/lib/store/housekeeping';
import { database } from '@/lib/store/database';
import { insertPerson } from '@/lib/store/people';
import { transact } from '@/lib/store/transact';
import { readRecovery, recoverWithPassword } from './recovery';
import { signIn } from './sign-in';

const ada: Actor = { kind: 'person', id: 'ada', name: 'Ada', role: 'administrator' };
const bea = { id: 'bea', name: 'Bea' };
const password = 'seven grey gulls over';

let address = 0;
/** Somebody who comes from an address of their own. */
const stranger = () => new Headers({ 'x-forwarded-for': `198.51.100.${(address += 1)}` });

async function offered(id = bea.id): Promise<string> {
  const answer = await offerRecovery({ actor: ada }, id);
  if (isRefusal(answer)) throw new Error(answer.message);
  return answer.path.replace('/recovery/', '');
}

const factsOf = async (id: string) =>
  (await database.fact.findMany({ where: { stream: `person:${id}` }, orderBy: { seq: 'asc' } })).map(
    ({ kind, data, actorId }) => ({ kind, data, actorId }),
  );

beforeAll(async () => {
  adoptSecret('a secret for tests that is long enough');
  for (const { id, name, role } of [ada, { ...ada, ...bea, role: 'responder' as const }]) {
    const who = { id, name, role, email: `${id}@example.org`, passwordHash: null, how: 'command', by: system } as const;
    await transact((unit) => insertPerson(unit, who, new Date().toISOString()));
  }
});

beforeEach(async () => {
  await database.$executeRaw`delete from clock_offset`;
});

describe('a recovery link', () => {
  it('lets one person choose a password, once, ends their sessions, and tells the audit log', async () => {
    const token = await offered();
    expect(await readRecovery(token)).toMatchObject({ person: bea, email: 'bea@example.org' });
    const open = { userId: bea.id, expiresAt: new Date(Date.now() + 60_000) };
    for (const id of ['desk', 'phone']) await database.session.create({ data: { ...open, id, token: id } });

    expect(await recoverWithPassword(stranger(), { token, password })).toBeNull();
    expect(await signIn(stranger(), { email: 'bea@example.org', password })).toBeNull();
    expect(await database.session.count({ where: { id: { in: ['desk', 'phone'] } } })).toBe(0);
    expect(await recoverWithPassword(stranger(), { token, password })).toMatchObject({ refusal: 'expired' });

    const facts = (await factsOf(bea.id)).slice(1);
    expect(facts.map(({ kind, actorId }) => `${actorId} ${kind}`)).toEqual([
      'ada recovery.offered',
      'bea recovery.used',
      'bea password.changed',
      'bea sessions.revoked',
    ]);
    expect(facts.at(-1)?.data).toEqual({ person: bea, count: 2 });
    expect(JSON.stringify(facts)).not.toContain(token);
    expect(JSON.stringify(await database.verification.findMany())).not.toContain(token);
  });

  it('is used by one of two who press at the same moment', async () => {
    const token = await offered();
    const answers = await Promise.all([1, 2].map(() => recoverWithPassword(stranger(), { token, password })));
    expect(answers.filter((answer) => answer === null)).toHaveLength(1);
  });

  it('outlives a password that was refused, and is ended by a newer one', async () => {
    const former = await offered();
    expect(await recoverWithPassword(stranger(), { token: former, password: 'password1234' })).toMatchObject({
      refusal: 'invalid',
      fields: { password: /tried first/ },
    });
    const token = await offered();
    expect(await readRecovery(former)).toMatchObject({ refusal: 'expired' });
    expect(await recoverWithPassword(stranger(), { token, password })).toBeNull();
  });

  it('works for a day, and is tidied away after', async () => {
    const token = await offered();
    await database.$executeRaw`insert into clock_offset (id, ms) values (1, ${24 * 3_600_000 + 1})`;
    expect(await readRecovery(token)).toMatchObject({ refusal: 'expired' });
    expect(await recoverWithPassword(stranger(), { token, password })).toMatchObject({ refusal: 'expired' });
    await database.verification.updateMany({ data: { expiresAt: new Date(Date.now() - 25 * 3_600_000) } });
    await tidy();
    expect(await database.verification.count()).toBe(0);
  });

  it('is nothing for whoever is deactivated, not even after they come back', async () => {
    const token = await offered();
    await deactivatePerson({ actor: ada }, bea.id);
    expect(await readRecovery(token)).toMatchObject({ refusal: 'expired' });
    expect(await offerRecovery({ actor: ada }, bea.id)).toMatchObject({ refusal: 'conflict', message: /Reactivate/ });
    await reactivatePerson({ actor: ada }, bea.id);
    expect(await readRecovery(token)).toMatchObject({ refusal: 'expired' });
  });

  it('lets in whoever has guessed too often before, with the role they have now', async () => {
    const headers = stranger();
    for (let tries = 0; tries < 11; tries += 1) await signIn(headers, { email: 'bea@example.org', password: 'guess' });
    const token = await offered();
    await changePersonRole({ actor: ada }, bea.id, { role: 'observer' });
    expect(await recoverWithPassword(headers, { token, password })).toBeNull();
  });

  it('is not to be guessed: twenty tries from one address, then a pause', async () => {
    const headers = stranger();
    const guess = () => recoverWithPassword(headers, { token: 'made up', password });
    const answers = [];
    for (let tries = 0; tries < 21; tries += 1) answers.push(await guess());
    expect(answers.slice(0, 20).map((answer) => answer?.refusal)).toEqual(Array(20).fill('expired'));
    expect(answers.at(-1)).toMatchObject({ refusal: 'too-many' });
  });
});
