import { expect, it } from 'vitest';
import { msOf } from '@/lib/core/instant';
import type { Layer } from '@/lib/core/oncall/layer';
import { layerWords } from '@/lib/core/oncall/layer-words';
import { dutiesOf } from '@/lib/core/oncall/schedule';
import { draftOfLayer, followTheSun, layerOfDraft, officeHours } from './layer-draft';

const weekly: Layer = {
  id: 'primary',
  name: 'Primary',
  timeZone: 'Europe/Berlin',
  startsOn: '2026-03-02',
  cycleDays: 7,
  handoffs: [{ day: 0, time: '09:00' }],
  people: [{ id: 'ana', name: 'Ana' }],
  hours: [],
};

it.each<[string, Partial<Layer>]>([
  ['weekly on Monday at 09:00', {}],
  ['daily at 08:30', { cycleDays: 1, handoffs: [{ day: 0, time: '08:30' }] }],
  ['every 3 weeks on Monday at 09:00', { cycleDays: 21 }],
  ['every 10 days at 09:00', { cycleDays: 10 }],
  ['weekly on Wednesday at 09:00', { handoffs: [{ day: 2, time: '09:00' }] }],
  [
    'own shifts from Mon 09:00, Fri 17:00, every 7 days',
    {
      handoffs: [
        { day: 0, time: '09:00' },
        { day: 4, time: '17:00' },
      ],
    },
  ],
  ['weekly on Monday at 09:00; Mon–Fri 09:00–17:00', { hours: [officeHours] }],
  ['weekly on Monday at 09:00; Mon, Sat 20:00–08:00', { hours: [{ days: [6, 1], from: '20:00', until: '08:00' }] }],
])('writes "%s" down as it was', (words, more) => {
  const layer = { ...weekly, ...more };
  expect(layerWords(layer)).toBe(words);
  expect(layerOfDraft(draftOfLayer(layer))).toEqual({ ...layer, people: ['ana'] });
});

it('follows the sun through a whole year without a gap', () => {
  const layers = followTheSun('2025-12-29', String).map((draft, index) => ({
    ...layerOfDraft(draft),
    id: String(index),
    people: [{ id: String(index), name: draft.name }],
  }));
  const schedule = {
    id: 'sun',
    name: 'Sun',
    timeZone: 'UTC',
    versions: [{ from: '2026-01-01T00:00:00.000Z', layers }],
    overrides: [],
  };
  const duties = dutiesOf(schedule, '2026-01-01T00:00:00.000Z', '2027-01-01T00:00:00.000Z');
  expect(duties.filter(({ person }) => person === null)).toEqual([]);
  const share = (id: string) =>
    duties.filter(({ person }) => person?.id === id).reduce((sum, { from, to }) => sum + msOf(to) - msOf(from), 0);
  for (const id of ['0', '1', '2']) expect(share(id)).toBeGreaterThan(0);
});
