import { beforeAll, expect, it } from 'vitest';
import { type Actor } from '@/lib/core/access/actor';
import { DAY, type Instant, plus } from '@/lib/core/instant';
import { type Refusal, isRefusal } from '@/lib/core/refusal';
import { readAway, readTimeOff } from '@/lib/queries/away';
import { readGaps } from '@/lib/queries/preflight';
import { readSchedule } from '@/lib/queries/schedules';
import { readClock } from '@/lib/store/clock';
import { database } from '@/lib/store/database';
import { createEscalationPolicy } from './create-escalation-policy';
import { createSchedule } from './create-schedule';
import { createService } from './create-service';
import { importHolidays } from './import-holidays';
import { importTimeOff } from './import-time-off';

const ada: Actor = { kind: 'person', id: 'ada', name: 'Ada', role: 'administrator' };
const bea: Actor = { kind: 'person', id: 'bea', name: 'Bea', role: 'responder' };
const by = (actor: Actor) => ({ actor });
let now: Instant;

function taken<T extends object>(answer: T | Refusal): T {
  if (isRefusal(answer)) throw new Error(answer.message);
  return answer;
}

beforeAll(async () => {
  now = await readClock();
  for (const { id, name, role } of [ada, bea])
    await database.person.create({ data: { id, name, role, email: `${id}@example.org` } });
  const handoffs = [{ day: 0, time: '09:00' }];
  const layer = { name: 'Primary', timeZone: 'UTC', startsOn: '2020-01-06', cycleDays: 1, handoffs, people: ['bea'] };
  const { id } = taken(await createSchedule(by(ada), { name: 'Payments', timeZone: 'UTC', layers: [layer] }));
  const steps = [{ targets: [{ kind: 'schedule', id }], waitMinutes: 5 }];
  const policy = taken(await createEscalationPolicy(by(ada), { name: 'Nights', steps, repeats: 0 }));
  taken(await createService(by(ada), { name: 'Checkout', tier: 1, team: '', dependencies: [], policy: policy.id }));
});

const day = (days: number) => plus(now, days * DAY).slice(0, 10);
/** A calendar of whole days, each of `[first, until)` days from now. */
function calendar(...spans: [string, number, number][]): Uint8Array {
  const compact = (days: number) => day(days).replaceAll('-', '');
  const events = spans.map(
    ([name, from, to]) =>
      `BEGIN:VEVENT\r\nSUMMARY:${name}\r\nDTSTART;VALUE=DATE:${compact(from)}\r\nDTEND;VALUE=DATE:${compact(to)}\r\nEND:VEVENT\r\n`,
  );
  return new TextEncoder().encode(`BEGIN:VCALENDAR\r\n${events.join('')}END:VCALENDAR\r\n`);
}
const off = (file: Uint8Array | null) => ({ file, zone: 'UTC' });

it('says who is on call while away, in preflight too, and calls nobody else', async () => {
  expect(await readAway('all')).toEqual([]);
  taken(await importTimeOff(by(bea), 'bea', off(calendar(['Skiing', 3, 7], ['Long ago', -400, -399]))));
  const [away, ...rest] = await readAway('all');
  expect(rest).toEqual([]);
  expect(away).toMatchObject({
    person: { id: 'bea', name: 'Bea' },
    from: `${day(3)}T00:00:00.000Z`,
    to: `${day(7)}T00:00:00.000Z`,
  });
  expect(JSON.stringify(away)).not.toContain('Skiing');
  const gaps = await readGaps();
  expect(gaps.away).toEqual([away]);
  expect(gaps.gaps.filter(({ kind }) => kind === 'empty')).toEqual([]);
  taken(await importTimeOff(by(ada), 'bea', off(calendar(['Sailing', 10, 11]))));
  expect((await readTimeOff('bea')).map(({ name }) => name)).toEqual(['Sailing']);
  taken(await importTimeOff(by(bea), 'bea', off(null)));
  expect((await readGaps()).away).toEqual([]);
  const facts = await database.fact.findMany({ where: { stream: 'person:bea' }, orderBy: { seq: 'asc' } });
  expect(facts.map(({ kind, data }) => ({ kind, data }))).toMatchObject(
    [1, 1, 0].map((count) => ({ kind: 'time-off.imported', data: { count, person: { id: 'bea' } } })),
  );
});

it('keeps what was there when a file cannot be read', async () => {
  taken(await importTimeOff(by(bea), 'bea', off(calendar(['Skiing', 3, 7]))));
  const broken = new TextEncoder().encode('BEGIN:VCALENDAR\r\nDTSTART\r\n');
  expect(await importTimeOff(by(bea), 'bea', off(broken))).toMatchObject({
    refusal: 'invalid',
    fields: { file: 'Line 2: a colon is missing after DTSTART.' },
  });
  expect(await readTimeOff('bea')).toHaveLength(1);
});

it('lets nobody but an administrator say when others are away, or import holidays', async () => {
  expect(await importTimeOff(by(bea), 'ada', off(null))).toMatchObject({ refusal: 'not-allowed' });
  expect(await importHolidays(by(bea), 'payments', null)).toMatchObject({ refusal: 'not-allowed' });
  expect(await importTimeOff(by(ada), 'nobody', off(null))).toMatchObject({ refusal: 'not-found' });
  expect(await importHolidays(by(ada), 'nothing', null)).toMatchObject({ refusal: 'not-found' });
});

it('shows the holidays of a schedule in place of those imported before', async () => {
  const shown = async () => {
    const found = await readSchedule('payments', (_, at) => ({ from: at, to: plus(at, DAY) }));
    return found?.holidays.map(({ name }) => name);
  };
  taken(await importHolidays(by(ada), 'payments', calendar(['New Year', 20, 21], ['Epiphany', 30, 31])));
  expect(await shown()).toEqual(['New Year', 'Epiphany']);
  taken(await importHolidays(by(ada), 'payments', calendar(['Labour Day', 40, 41])));
  expect(await shown()).toEqual(['Labour Day']);
  expect(taken(await importHolidays(by(ada), 'payments', null)).count).toBe(0);
  expect(await shown()).toEqual([]);
});
