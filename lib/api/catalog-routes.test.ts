import { beforeAll, describe, expect, it } from 'vitest';
import { ask, chief, robot } from './testing/ask';
import { expectRoute, insertShop, isOfIncidents, isOfSchedules, unasked } from './testing/expect-route';

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
    const particulars = {
      primary: { kind: 'person', id: 'bea' },
      backup: { kind: 'team', id: 'shop-team' },
      links: [{ name: 'Books', url: 'https://books.example.org' }],
    };
    const draft = { name: 'Ledger', tier: 2, team: 'Shop team', dependencies: ['Payments'], ...particulars };
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
      policy: null,
      dependsOn: [{ id: 'payments', name: 'Payments' }],
      primary: { ...particulars.primary, name: 'Bea Lindqvist', onCall: null },
      backup: { ...particulars.backup, name: 'Shop team', onCall: null },
      links: particulars.links,
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
    const rules = {
      ...policy.rules,
      Critical: { ...policy.rules.Critical, silence: 30 },
      Low: { ...policy.rules.Low, responseMinutes: 720 },
    };
    const changed = await expectRoute('changeSeverityPolicy', chief, '/severity-policy', {
      rules,
      basis: policy.version,
    });
    expect(changed.body).toEqual({ version: policy.version + 1 });
    const { paged: _paged, silence: _silence, ...critical } = policy.rules.Critical as Record<string, unknown>;
    const unsaid = { rules: { ...policy.rules, Critical: critical }, basis: policy.version + 1 };
    await ask(chief, 'POST', '/severity-policy', unsaid);
    const kept = (await ask(chief, 'GET', '/severity-policy')).body as typeof policy;
    expect(kept).toMatchObject({
      version: policy.version + 2,
      rules: { Critical: { paged: 'policies', silence: 30 } },
    });
    const again = await ask(chief, 'POST', '/severity-policy', { rules: policy.rules, basis: policy.version });
    expect(again).toMatchObject({ status: 409, body: { code: 'changed-meanwhile' } });
  });

  it('writes who is paged, and gives it to a service that other changes leave it to', async () => {
    const steps = [
      { targets: [{ kind: 'person', id: 'bea' }], waitMinutes: 3 },
      {
        targets: [
          { kind: 'team', id: 'shop-team' },
          { kind: 'administrators', id: 'administrators' },
        ],
      },
    ];
    const draft = { name: 'Shop at night', steps };
    const made = await expectRoute('createEscalationPolicy', chief, '/escalation-policies', draft);
    expect(made.body).toEqual({ id: 'shop-at-night', name: 'Shop at night' });
    await ask(chief, 'PATCH', '/services/shop', { policy: 'Shop at night' });
    await ask(chief, 'PATCH', '/services/shop', { description: 'Sells.' });
    const { body: rehearsed } = await expectRoute('readPreflight', robot, '/preflight?service=shop&severity=High');
    expect(rehearsed.plans).toMatchObject([
      { policy: { id: 'shop-at-night' }, steps: [{ minutes: 0, people: [{ id: 'bea' }] }, { minutes: 3 }, {}, {}, {}] },
    ]);
    expect(await ask(robot, 'GET', '/preflight?service=none')).toMatchObject({ status: 404 });
    expect(await ask(robot, 'GET', '/preflight?service=shop&at=2226-01-01T00:00:00Z')).toMatchObject({ status: 422 });
    const { body: found } = await expectRoute('listGaps', robot, '/preflight/gaps');
    expect(found.gaps).toMatchObject([{ kind: 'no-policy', service: { id: 'payments' } }]);
    expect(found.unreached).toContainEqual({
      person: { id: 'bea', name: 'Bea Lindqvist' },
      services: [{ id: 'shop', name: 'Shop' }],
      says: 'Bea Lindqvist is paged in the app alone, for Shop.',
    });
    const { body } = await expectRoute('listEscalationPolicies', robot, '/escalation-policies');
    expect(body.policies).toEqual([
      {
        id: 'shop-at-night',
        name: 'Shop at night',
        repeats: 1,
        ending: 'call-owners',
        basis: 1,
        services: [{ id: 'shop', name: 'Shop' }],
        steps: [
          { targets: [{ kind: 'person', id: 'bea', name: 'Bea Lindqvist' }], waitMinutes: 3 },
          {
            targets: [
              { kind: 'team', id: 'shop-team', name: 'Shop team' },
              { kind: 'administrators', id: 'administrators', name: 'Administrators' },
            ],
            waitMinutes: 5,
          },
        ],
      },
    ]);
    const path = '/escalation-policies/shop-at-night';
    await expectRoute('changeEscalationPolicy', chief, path, { repeats: 0, ending: 'tell-owners', basis: 1 });
    const { body: quieter } = await expectRoute('readPreflight', robot, '/preflight?service=shop&severity=High');
    expect(quieter.plans).toMatchObject([{ steps: [{}, {}, { outcome: 'unanswered', ending: 'tell-owners' }] }]);
    expect(await ask(chief, 'PATCH', path, { ending: 'panic' })).toMatchObject({ status: 422 });
    expect(await ask(chief, 'PATCH', path, { repeats: 2, basis: 1 })).toMatchObject({
      status: 409,
      body: { code: 'changed-meanwhile' },
    });
    const unknown = { steps: [{ targets: [{ kind: 'schedule', id: 'none' }] }] };
    expect(await ask(chief, 'PATCH', path, unknown)).toMatchObject({ status: 422 });
    expect(await ask(robot, 'POST', '/escalation-policies', draft)).toMatchObject({ status: 403 });
    expect(await ask(chief, 'DELETE', path)).toMatchObject({ status: 409, body: { code: 'conflict' } });
    await ask(chief, 'PATCH', '/services/shop', { policy: null });
    await expectRoute('deleteEscalationPolicy', chief, path);
    expect(await ask(chief, 'PATCH', path, {})).toMatchObject({ status: 404 });
  });

  it('writes vendors down', async () => {
    const draft = {
      name: 'Stripe',
      description: 'Takes cards.',
      contract: 'Premium',
      account: 'acct_1',
      phone: '+1 555 0100',
      contacts: [{ name: 'Kim', phone: '+1 555 0101' }],
      services: ['Payments'],
    };
    expect(await ask(robot, 'POST', '/vendors', draft)).toMatchObject({ status: 403 });
    const made = await expectRoute('createVendor', chief, '/vendors', draft);
    expect(made.body).toEqual({ id: 'stripe', name: 'Stripe' });
    await expectRoute('changeVendor', chief, '/vendors/stripe', { statusPage: 'https://status.stripe.com', basis: 1 });
    const { body } = await expectRoute('listVendors', robot, '/vendors');
    expect(body.vendors).toEqual([
      {
        ...draft,
        id: 'stripe',
        email: '',
        portal: '',
        statusPage: 'https://status.stripe.com',
        contacts: [{ name: 'Kim', phone: '+1 555 0101', email: '' }],
        services: [{ id: 'payments', name: 'Payments' }],
        basis: 2,
      },
    ]);
    for (const wrong of [{ portal: 'javascript:x' }, { email: 'nobody' }, { contacts: [{ name: 'Kim' }] }])
      expect(await ask(chief, 'PATCH', '/vendors/stripe', wrong)).toMatchObject({ status: 422 });
    expect(await ask(chief, 'PATCH', '/vendors/stripe', { phone: '', basis: 1 })).toMatchObject({
      status: 409,
      body: { code: 'changed-meanwhile' },
    });
    expect(await ask(chief, 'POST', '/vendors', { name: 'stripe' })).toMatchObject({ status: 409 });
    await expectRoute('deleteVendor', chief, '/vendors/stripe');
    expect(await ask(chief, 'PATCH', '/vendors/stripe', {})).toMatchObject({ status: 404 });
  });

  it('gives the catalog as one file, and takes it back', async () => {
    const { text = '', headers } = await expectRoute('exportCatalog', robot, '/catalog.yaml');
    expect(headers.get('content-type')).toBe('application/yaml; charset=utf-8');
    const { body } = await expectRoute('importCatalog', chief, '/catalog.yaml', text);
    expect(body).toEqual({ dryRun: false, changes: [] });
    const more = text.replace('services:\n', 'services:\n  - name: Fax\n    tier: 4\n');
    const change = { act: 'created', what: 'service', name: 'Fax', fields: [] };
    const { body: seen } = await expectRoute('importCatalog', chief, '/catalog.yaml?dry-run=1', more);
    expect(seen).toEqual({ dryRun: true, changes: [change] });
    expect((await ask(robot, 'GET', '/catalog.yaml')).text).toBe(text);
    const yaml = { 'content-type': 'application/yaml' };
    expect(await ask(robot, 'PUT', '/catalog.yaml', text, yaml)).toMatchObject({ status: 403 });
    expect(await ask(chief, 'PUT', '/catalog.yaml', 'version: 2', yaml)).toMatchObject({
      status: 422,
      body: { fields: { 'line 1, column 10': 'version: This must be one of: 1.' } },
    });
    expect(await ask(chief, 'PUT', '/catalog.yaml', text)).toMatchObject({ status: 415 });
    const large = await ask(chief, 'PUT', '/catalog.yaml', '#'.repeat(1_100_000), yaml);
    expect(large).toMatchObject({ status: 413 });
  });

  it('has been asked', () => {
    expect(unasked((route) => !isOfIncidents(route) && !isOfSchedules(route))).toEqual([]);
  });
});
