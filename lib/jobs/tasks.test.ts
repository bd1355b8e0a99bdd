import { parseCrontab } from 'graphile-worker';
import { expect, it } from 'vitest';
import { crontab, tasks } from './tasks';

const minutesOfADay = Array.from({ length: 24 * 60 }, (_, minute) => ({
  min: minute % 60,
  hour: Math.floor(minute / 60),
  date: 22,
  month: 11,
  dow: 0,
}));

it('knows every task that comes round by itself, and how often a day', () => {
  const items = parseCrontab(crontab);
  const often = items.map(({ task, match }) => [task, minutesOfADay.filter((minute) => match(minute)).length] as const);
  expect(Object.fromEntries(often)).toEqual({ tidy: 1, 'remind-of-shifts': 1_440, 'offer-pages-on': 1_440 });
  for (const { task } of items) expect(tasks[task]).toBeTypeOf('function');
});
