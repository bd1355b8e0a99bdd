import { beforeAll, describe, expect, it } from 'vitest';
import { ask, chief, robot } from './testing/ask';
import { expectRoute, insertShop, isOfIncidents, unasked } from './testing/expect-route';

beforeAll(insertShop);

describe('every address around incidents', () => {
  it('reads the catalog, the policy, and who asks', async () => {
    const { body } = await expectRoute('listServices', robot, '/services');
    expect(body.services).toMatchObject([{ id: 'payments' }, { id: 'shop', dependsOn: [{ id: 'payments' }] }]);
    await expectRoute('listTeams', robot, '/teams');
    await expectRoute('listPeople', robot, '/people');
    await expectRoute('listRoleKinds', robot, '/roles');
    await expectRoute('readSeverityPolicy', robot, '/severity-policy');
    expect((await expectRoute('readMe', robot, '/me')).body).toMatchObject({ kind: 'token', role: 'responder' });
  });

  it('writes the catalog and the policy for administrators, each change on what was read', async () => {
    const draft = { name: 'Ledger', tier: 2, team: 'Shop team', dependencies: ['Payments'] };
    const made = await expectRoute('createService', chief, '/services', draft);
    expect(made.body).toEqual({ id: 'ledger', name: 'Ledger' });
    await expectRoute('changeService', chief, '/services/ledger', { description: 'Who owes whom.', basis: 1 });
    const { body } = await ask(robot, 'GET', '/services');
    expect(body.services).toContainEqual({
      id: 'ledger',
      name: 'Ledger',
      tier: 2,
      description: 'Who owes whom.',
      team: { id: 'shop-team', name: 'Shop team' },
      dependsOn: [{ id: 'payments', name: 'Payments' }],
      basis: 2,
    });
    const stale = await ask(chief, 'PATCH', '/services/ledger', { tier: 1, basis: 1 });
    expect(stale).toMatchObject({ status: 409, body: { code: 'changed-meanwhile' } });
    const circle = await ask(chief, 'PATCH', '/services/payments', { dependencies: ['Ledger'] });
    expect(circle).toMatchObject({ status: 409, body: { code: 'conflict' } });
    await expectRoute('deleteService', chief, '/services/ledger');
    expect(await ask(chief, 'DELETE', '/services/ledger')).toMatchObject({ status: 404 });
    expect(await ask(chief, 'PATCH', '/services/ledger', {})).toMatchObject({ status: 404 });
    expect(await ask(robot, 'POST', '/services', draft)).toMatchObject({ status: 403 });

    const policy = (await ask(chief, 'GET', '/severity-policy')).body as {
      version: number;
      rules: Record<string, object>;
    };
    const rules = { ...policy.rules, Low: { ...policy.rules.Low, responseMinutes: 720 } };
    const changed = await expectRoute('changeSeverityPolicy', chief, '/severity-policy', {
      rules,
      basis: policy.version,
    });
    expect(changed.body).toEqual({ version: policy.version + 1 });
    const again = await ask(chief, 'POST', '/severity-policy', { rules: policy.rules, basis: policy.version });
    expect(again).toMatchObject({ status: 409, body: { code: 'changed-meanwhile' } });
  });

  it('has been asked', () => {
    expect(unasked((route) => !isOfIncidents(route))).toEqual([]);
  });
});
