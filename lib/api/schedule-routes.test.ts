import { beforeAll, expect, it } from 'vitest';
import { HOUR, plus } from '@/lib/core/instant';
import { weekly } from '@/lib/core/oncall/testing/weekly';
import { readClock } from '@/lib/store/clock';
import { ask, bea, chief, cyr, robot, watcher } from './testing/ask';
import { expectRoute, insertShop, isOfSchedules, unasked } from './testing/expect-route';

beforeAll(insertShop);

const layer = { ...weekly, timeZone: 'Europe/Berlin', people: ['cyr@example.org'] };
const draft = { name: 'Shop nights', timeZone: 'Europe/Berlin', layers: [layer] };
const cyrus = { id: 'cyr', name: 'Cyrus Tan' };

it('writes schedules for administrators, people by e-mail address, each change on what was read', async () => {
  expect(await ask(robot, 'POST', '/schedules', draft)).toMatchObject({ status: 403 });
  const made = await expectRoute('createSchedule', chief, '/schedules', draft);
  expect(made.body).toEqual({ id: 'shop-nights', name: 'Shop nights' });
  const { body } = await expectRoute('listSchedules', watcher, '/schedules');
  expect(body.schedules).toMatchObject([{ id: 'shop-nights', onCall: cyrus, until: null, next: null, gaps: [] }]);

  const basis = (await expectRoute('readSchedule', robot, '/schedules/shop-nights')).body.basis;
  await expectRoute('changeSchedule', chief, '/schedules/shop-nights', { name: 'Shop', basis });
  const after = (await ask(robot, 'GET', '/schedules/shop-nights')).body;
  expect(after).toMatchObject({ name: 'Shop', layers: [{ name: 'Primary', people: [cyrus] }], overrides: [] });
  const stale = await ask(chief, 'PATCH', '/schedules/shop-nights', { name: 'Mine', basis });
  expect(stale).toMatchObject({ status: 409, body: { code: 'changed-meanwhile' } });
  const nobody = { layers: [{ ...layer, people: ['nobody@example.org'] }] };
  expect(await ask(chief, 'PATCH', '/schedules/shop-nights', nobody)).toMatchObject({ status: 422 });
  expect(await ask(chief, 'PATCH', '/schedules/none', {})).toMatchObject({ status: 404 });
});

it('overrides, and says who is on call from one moment until another', async () => {
  const now = await readClock();
  const [from, to, end] = [plus(now, HOUR), plus(now, 2 * HOUR), plus(now, 3 * HOUR)];
  const mine = { person: 'bea', from, to, reason: 'a concert' };
  const { body } = await expectRoute('addOverride', bea, '/schedules/shop-nights/overrides', mine);
  const id = String(body.id);
  const duties = await expectRoute('listDuties', watcher, `/schedules/shop-nights/duties?from=${now}&to=${end}`);
  expect(duties.body.duties).toMatchObject([
    { from: now, to: from, person: cyrus, by: { kind: 'layer' } },
    { from, to, person: { id: 'bea' }, by: { kind: 'override', id } },
    { from: to, to: end, person: cyrus },
  ]);
  const { body: read } = await ask(robot, 'GET', '/schedules/shop-nights');
  expect(read.overrides).toEqual([{ id, person: { id: 'bea', name: 'Bea Lindqvist' }, from, to, reason: 'a concert' }]);

  const others = { ...mine, person: 'cyr@example.org' };
  expect(await ask(bea, 'POST', '/schedules/shop-nights/overrides', others)).toMatchObject({ status: 403 });
  const address = `/schedules/shop-nights/overrides/${id}`;
  expect(await ask(robot, 'DELETE', address)).toMatchObject({ status: 403 });
  await expectRoute('removeOverride', bea, address);
  expect(await ask(bea, 'DELETE', address)).toMatchObject({ status: 404 });
  for (const query of [`from=${end}&to=${now}`, 'from=2026-01-01T00:00:00Z&to=2028-01-01T00:00:00Z', 'on=today']) {
    expect(await ask(bea, 'GET', `/schedules/shop-nights/duties?${query}`)).toMatchObject({ status: 422 });
  }
  expect(await ask(bea, 'GET', '/schedules/none/duties')).toMatchObject({ status: 404 });
});

it('offers shifts, tells how fair it is, and takes holidays in', async () => {
  const now = await readClock();
  const shift = { from: plus(now, HOUR), to: plus(now, 2 * HOUR) };
  const address = '/schedules/shop-nights/swaps';
  expect(await ask(robot, 'POST', address, { shift })).toMatchObject({ status: 403 });
  const { body: offered } = await expectRoute('offerSwap', cyr, address, { shift, to: 'bea@example.org' });
  await expectRoute('withdrawSwap', cyr, `${address}/${String(offered.id)}`);
  const { body } = await expectRoute('offerSwap', cyr, address, { shift, to: 'bea@example.org' });
  expect(await ask(cyr, 'POST', `${address}/${String(body.id)}/answer`, { take: true })).toMatchObject({ status: 403 });
  await expectRoute('answerSwap', bea, `${address}/${String(body.id)}/answer`, { take: true });
  const duties = (await ask(bea, 'GET', `/schedules/shop-nights/duties?from=${now}&to=${shift.to}`)).body.duties;
  expect(duties).toMatchObject([{ person: cyrus }, { ...shift, person: { id: 'bea' } }]);

  const day = (days: number) =>
    plus(now, days * 24 * HOUR)
      .slice(0, 10)
      .replaceAll('-', '');
  const event = `BEGIN:VEVENT\nDTSTART;VALUE=DATE:${day(3)}\nEND:VEVENT\n`;
  const calendar = `BEGIN:VCALENDAR\n${event}END:VCALENDAR\n`;
  const holidays = '/schedules/shop-nights/holidays';
  expect(await ask(bea, 'POST', holidays, { calendar })).toMatchObject({ status: 403 });
  expect(await ask(chief, 'POST', holidays, { calendar: 'x' })).toMatchObject({ status: 422 });
  expect((await expectRoute('importHolidays', chief, holidays, { calendar })).body.count).toBe(1);

  const fair = (await expectRoute('readFairness', watcher, '/schedules/shop-nights/fairness?way=ahead')).body;
  const [most, less] = fair.people as { person: object; hours: number; holidayHours: number }[];
  expect(most).toMatchObject({ person: cyrus });
  expect(most?.holidayHours).toBeGreaterThan(20);
  expect(less).toMatchObject({ person: { id: 'bea' }, hours: 1, shifts: 1 });
  expect(await ask(bea, 'GET', '/schedules/shop-nights/fairness?span=decade')).toMatchObject({ status: 422 });
  expect(await ask(bea, 'GET', '/schedules/none/fairness')).toMatchObject({ status: 404 });
});

it('deletes, and has been asked at every address', async () => {
  await expectRoute('deleteSchedule', chief, '/schedules/shop-nights');
  expect(await ask(chief, 'DELETE', '/schedules/shop-nights')).toMatchObject({ status: 404 });
  expect(unasked(isOfSchedules)).toEqual([]);
});
