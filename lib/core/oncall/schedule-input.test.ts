import { expect, it } from 'vitest';
import { scheduleInput } from './schedule-input';

const layer = {
  name: 'Primary',
  timeZone: 'Europe/Berlin',
  startsOn: '2026-01-05',
  cycleDays: 7,
  handoffs: [{ day: 0, time: '09:00' }],
  people: ['bea'],
};
const schedule = (change: object) => ({ name: 'Rota', timeZone: 'UTC', layers: [{ ...layer, ...change }] });
const eachMinutes = (minutes: number, count: number) =>
  Array.from({ length: count }, (_, at) => {
    const [hour, minute] = [Math.floor((at * minutes) / 60), (at * minutes) % 60];
    return { day: 0, time: `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}` };
  });

it('takes what somebody means', () => {
  expect(scheduleInput.safeParse(schedule({})).success).toBe(true);
  expect(scheduleInput.safeParse(schedule({ handoffs: eachMinutes(60, 24) })).success).toBe(true);
});

it.each<[string, object]>([
  ['ten thousand layers', { name: 'Rota', timeZone: 'UTC', layers: Array.from({ length: 10_000 }, () => layer) }],
  ['no layer', { name: 'Rota', timeZone: 'UTC', layers: [] }],
  ['every 0 days', schedule({ cycleDays: 0 })],
  ['every half a day', schedule({ cycleDays: 0.5 })],
  ['a cycle without end', schedule({ cycleDays: 1e9 })],
  ['a handoff after the cycle', schedule({ handoffs: [{ day: 7, time: '09:00' }] })],
  ['more handoffs than a day has hours', schedule({ handoffs: eachMinutes(30, 25) })],
  ['a handoff at no time', schedule({ handoffs: [{ day: 0, time: '24:00' }] })],
  ['the year 275760', schedule({ startsOn: '275760-09-13' })],
  ['a day that there is not', schedule({ startsOn: '2026-02-30' })],
  ['a zone that there is not', schedule({ timeZone: 'Mars/Olympus' })],
  ['a zone that is a path', schedule({ timeZone: '../../etc/passwd' })],
  ['ten thousand people', schedule({ people: Array.from({ length: 10_000 }, (_, at) => `p${at}`) })],
  ['a name that nothing is to be seen of', { ...schedule({}), name: '\u200B\u2060' }],
])('refuses %s', (_what, draft) => {
  expect(scheduleInput.safeParse(draft).success).toBe(false);
});
