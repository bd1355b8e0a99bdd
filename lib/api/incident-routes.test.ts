import { beforeAll, describe, expect, it } from 'vitest';
import { database } from '@/lib/store/database';
import { type Told, ada, ask, bea, chief, cyr, declare, robot } from './testing/ask';
import { expectRoute, insertShop, isOfIncidents, unasked } from './testing/expect-route';

const idOf = ({ body }: Told) => String(body.id);
const factsOf = ({ body }: Told) => (body.facts as { kind: string }[]).map(({ kind }) => kind);

beforeAll(insertShop);

describe('every address of incidents, over the life of one', () => {
  let number = 0;

  it('declares with services by name, at an earlier time, and says where it is', async () => {
    const startedAt = new Date(Date.now() - 600_000).toISOString();
    const told = await expectRoute('declareIncident', robot, '/incidents', {
      title: 'Card payments fail',
      severity: 'High',
      services: ['Shop', 'payments'],
      summary: 'Every second card is refused.',
      startedAt,
    });
    number = Number(told.body.number);
    expect(told.headers.get('location')).toBe(`/api/v1/incidents/${number}`);
    expect(told.body).toMatchObject({
      url: `http://localhost:3000/incidents/${number}`,
      phase: 'triage',
      seq: 1,
      startedAt,
      services: [{ id: 'shop' }, { id: 'payments' }],
      commander: null,
    });
    expect(told.body.commandDueAt).toEqual(expect.any(String));
  });

  it('puts a named person in command, who hands over to another', async () => {
    const told = await expectRoute('takeCommand', robot, `/incidents/${number}/command`, { person: 'bea@example.org' });
    expect(factsOf(told)).toEqual(['role.assigned']);
    const offer = await expectRoute('offerHandover', bea, `/incidents/${number}/roles/commander/handover`, {
      to: 'cyr',
      brief: 'Cards fail since ten; the rollback runs.',
    });
    await expectRoute('withdrawHandover', bea, `/incidents/${number}/handovers/${idOf(offer)}/withdraw`);
    const again = await expectRoute('offerHandover', bea, `/incidents/${number}/roles/commander/handover`, {
      to: 'cyr',
      brief: 'Cards fail since ten; the rollback is done.',
    });
    await expectRoute('answerHandover', cyr, `/incidents/${number}/handovers/${idOf(again)}/answer`, { accept: true });
    const { body } = await expectRoute('listRoles', robot, `/incidents/${number}/roles`);
    expect(body).toMatchObject({ roles: [{ role: { key: 'commander' }, holder: { id: 'cyr' } }] });
  });

  it('takes, assigns, relieves and lays down the other roles', async () => {
    await expectRoute('takeRole', bea, `/incidents/${number}/roles/scribe/take`);
    await expectRoute('releaseRole', bea, `/incidents/${number}/roles/scribe/release`);
    await expectRoute('assignRole', robot, `/incidents/${number}/roles/deputy/assign`, { person: 'bea' });
    await expectRoute('relieve', ada, `/incidents/${number}/roles/deputy/relieve`, {
      from: 'bea',
      reason: 'Gone home',
    });
  });

  it('posts an update, in which a token answers no deadline and a person does', async () => {
    const { body: before } = await ask(robot, 'GET', `/incidents/${number}`);
    const fields = { status: 'Half of all cards fail.', actions: 'Rolling back.', next: 'Check the rate.' };
    await expectRoute('postUpdate', robot, `/incidents/${number}/updates`, { ...fields, estimate: 'unknown' });
    const { body: after } = await expectRoute('readIncident', robot, `/incidents/${number}`);
    expect(after.updateDueAt).toBe(before.updateDueAt);
    expect(after).toMatchObject({ update: { human: false, by: { kind: 'token' } } });
    const at = new Date(Date.now() + 1_800_000).toISOString();
    await expectRoute('postUpdate', bea, `/incidents/${number}/updates`, {
      ...fields,
      estimate: at,
      phase: 'mitigating',
    });
    const { body: answered } = await ask(robot, 'GET', `/incidents/${number}`);
    expect(answered).toMatchObject({ phase: 'mitigating', update: { human: true, estimate: { kind: 'at', at } } });
    expect(String(answered.updateDueAt) > String(before.updateDueAt)).toBe(true);
    await expectRoute('confirmNoChange', bea, `/incidents/${number}/updates/no-change`, { estimate: null });
    await expectRoute('snoozeUpdate', bea, `/incidents/${number}/updates/snooze`, {
      minutes: 5,
      reason: 'On the phone',
    });
  });

  it('gives tasks, follows them and ends them', async () => {
    const task = await expectRoute('assignTask', robot, `/incidents/${number}/tasks`, {
      title: 'Roll back',
      assignee: 'bea@example.org',
      boxMinutes: 10,
    });
    const path = `/incidents/${number}/tasks/${idOf(task)}`;
    await expectRoute('understandTask', bea, `${path}/understand`, { readBack: 'I roll back to the last release.' });
    await expectRoute('extendTask', robot, `${path}/extend`, { boxMinutes: 5 });
    await expectRoute('reassignTask', robot, `${path}/reassign`, { to: 'cyr', boxMinutes: 5 });
    await expectRoute('finishTask', cyr, `${path}/finish`, { result: 'Rolled back.' });
    const second = await expectRoute('assignTask', bea, `/incidents/${number}/tasks`, {
      title: 'Call the bank',
      assignee: 'bea',
      boxMinutes: 10,
    });
    await expectRoute('cancelTask', bea, `/incidents/${number}/tasks/${idOf(second)}/cancel`, {
      reason: 'They called us.',
    });
    const { body } = await expectRoute('listTasks', robot, `/incidents/${number}/tasks`);
    expect(body).toMatchObject({ tasks: [{ state: 'done' }, { state: 'cancelled' }] });
  });

  it('proposes decisions, objects to them and withdraws them', async () => {
    const decision = await expectRoute('proposeDecision', robot, `/incidents/${number}/decisions`, {
      text: 'Fail over.',
    });
    const path = `/incidents/${number}/decisions/${idOf(decision)}`;
    await expectRoute('objectToDecision', bea, `${path}/object`, { reason: 'The replica is behind.' });
    await expectRoute('withdrawDecision', robot, `${path}/withdraw`);
    const { body } = await expectRoute('listDecisions', robot, `/incidents/${number}/decisions`);
    expect(body).toMatchObject({ decisions: [{ state: 'withdrawn', objections: [{ by: { id: 'bea' } }] }] });
  });

  it('pages people, who acknowledge or cannot, and withdraws a page', async () => {
    const about = 'Look at the bank’s queue';
    const targets = [{ kind: 'person', id: 'cyr' }];
    const page = await expectRoute('page', robot, `/incidents/${number}/pages`, { about, targets });
    expect(factsOf(page)).toEqual(['page.started']);
    const path = `/incidents/${number}/pages/${idOf(page)}`;
    expect(await ask(robot, 'POST', `${path}/answer`, { take: true })).toMatchObject({ status: 403 });
    expect(await ask(cyr, 'POST', `${path}/answer`, { take: false })).toMatchObject({
      status: 403,
      body: { detail: 'You were not paged.' },
    });
    expect(factsOf(await expectRoute('answerPage', bea, `${path}/answer`, { take: true }))).toContain(
      'page.acknowledged',
    );
    expect(await ask(cyr, 'POST', `${path}/answer`, { take: true })).toMatchObject({ status: 409 });
    await expectRoute('withdrawPage', robot, `${path}/withdraw`);
    const { body } = await expectRoute('listPages', robot, `/incidents/${number}/pages`);
    expect(body).toMatchObject({ pages: [{ about, state: 'ended', acknowledgedBy: { id: 'bea' } }] });
    expect(await ask(robot, 'POST', `/incidents/${number}/pages`, { about })).toMatchObject({ status: 422 });
  });

  it('asks a vendor, notes what they say, and gives up', async () => {
    await database.vendor.create({ data: { id: 'stripe', name: 'Stripe' } });
    const path = `/incidents/${number}/vendors/stripe`;
    expect(await ask(robot, 'POST', `${path}/answer`, { text: 'We look.' })).toMatchObject({ status: 404 });
    const asked = await expectRoute('contactVendor', bea, `${path}/contact`, { way: 'phone', ticket: 'T-1' });
    expect(factsOf(asked)).toEqual(['vendor.contacted']);
    await expectRoute('noteVendorAnswer', robot, `${path}/answer`, { text: 'We look.', chaseMinutes: 5 });
    const { body } = await expectRoute('listVendorCases', robot, `/incidents/${number}/vendors`);
    expect(body).toMatchObject({ vendors: [{ state: 'waiting', ticket: 'T-1', answer: { text: 'We look.' } }] });
    expect(await ask(chief, 'DELETE', '/vendors/stripe')).toMatchObject({ status: 409, body: { code: 'conflict' } });
    await expectRoute('giveUpVendor', bea, `${path}/give-up`, { reason: 'We went round them.' });
    expect(await ask(robot, 'POST', `/incidents/${number}/vendors/none/contact`, { way: 'phone' })).toMatchObject({
      status: 404,
    });
  });

  it('adds notes at their own time, corrects and pins them', async () => {
    const at = new Date(Date.now() - 120_000).toISOString();
    const note = await expectRoute('addNote', robot, `/incidents/${number}/notes`, { text: 'Deploy 41 went out.', at });
    const seq = idOf(note);
    expect(note.body.facts).toMatchObject([{ at }]);
    await expectRoute('pinFact', robot, `/incidents/${number}/facts/${seq}/pin`, { pinned: true });
    await expectRoute('correctNote', bea, `/incidents/${number}/notes/${seq}/correct`, {
      text: 'Deploy 42 went out.',
      at,
      former: { text: 'Deploy 41 went out.', at },
    });
  });

  it('changes what the incident is', async () => {
    await expectRoute('changeIncident', robot, `/incidents/${number}`, { title: 'Card payments fail at checkout' });
    await expectRoute('changeServices', robot, `/incidents/${number}/services`, { remove: ['Shop'] });
    await expectRoute('changeSeverity', robot, `/incidents/${number}/severity`, { to: 'Critical' });
    await expectRoute('changePhase', robot, `/incidents/${number}/phase`, { to: 'monitoring' });
    await expectRoute('askForHelp', robot, `/incidents/${number}/help`, { reason: 'We are three.' });
    await expectRoute('changeAccess', ada, `/incidents/${number}/access`, {
      private: true,
      visibleTo: ['ada', 'bea', 'cyr'],
    });
    await expectRoute('changeAccess', ada, `/incidents/${number}/access`, { private: false });
  });

  it('lets responders come and go, and forms sub-teams', async () => {
    const team = await expectRoute('formSubteam', robot, `/incidents/${number}/subteams`, {
      name: 'Bank',
      lead: 'bea',
      members: ['cyr'],
    });
    const changed = await expectRoute('changeSubteam', robot, `/incidents/${number}/subteams/${idOf(team)}/change`, {
      lead: 'cyr@example.org',
      from: 'bea',
      add: ['bea'],
    });
    expect(factsOf(changed)).toEqual(['subteam.changed']);
    await expectRoute('dissolveSubteam', robot, `/incidents/${number}/subteams/${idOf(team)}/dissolve`);
    const other = await declare(robot, { title: 'Another' });
    await expectRoute('join', bea, `/incidents/${other}/join`);
    await expectRoute('leave', bea, `/incidents/${other}/leave`);
    await expectRoute('mergeIncident', robot, `/incidents/${other}/merge`, { into: number });
  });

  it('hands out the facts in order and without a gap, page by page', async () => {
    const seqs: number[] = [];
    let after = 0;
    for (let more = true; more;) {
      const { body } = await expectRoute('listFacts', robot, `/incidents/${number}/facts?after=${after}&limit=7`);
      seqs.push(...(body.facts as { seq: number }[]).map(({ seq }) => seq));
      after = Number(body.seq);
      more = Boolean(body.more);
    }
    expect(seqs).toEqual(Array.from({ length: after }, (_, index) => index + 1));
    const { body } = await ask(robot, 'GET', `/incidents/${number}/facts?kind=update.posted,task.done`);
    expect([...new Set((body.facts as { kind: string }[]).map(({ kind }) => kind))].sort()).toEqual([
      'task.done',
      'update.posted',
    ]);
    expect(body).toMatchObject({ seq: after, more: false });
  });

  it('answers an unchanged incident with 304', async () => {
    const { headers } = await ask(robot, 'GET', `/incidents/${number}`);
    const etag = headers.get('etag') ?? '';
    expect(await ask(robot, 'GET', `/incidents/${number}`, undefined, { 'if-none-match': etag })).toMatchObject({
      status: 304,
    });
    await ask(robot, 'POST', `/incidents/${number}/notes`, { text: 'One more.' });
    expect(await ask(robot, 'GET', `/incidents/${number}`, undefined, { 'if-none-match': etag })).toMatchObject({
      status: 200,
    });
  });

  it('has been asked', async () => {
    await expectRoute('listIncidents', robot, '/incidents');
    expect(unasked(isOfIncidents)).toEqual([]);
  });
});
