import type { Handoff, Layer, WeeklyHours } from '@/lib/core/oncall/layer';

export const turnKinds = ['daily', 'weekly', 'weeks', 'own'] as const;
export const hourKinds = ['all', 'office', 'own'] as const;

/** A layer as its form holds it: what each choice needs stays, so that going back and forth between them loses nothing. */
export interface LayerDraft {
  /** Of the form alone, so that a layer keeps its fields when another goes. */
  key: string;
  /** Empty for a new one. */
  id: string;
  name: string;
  timeZone: string;
  startsOn: string;
  people: string[];
  turns: (typeof turnKinds)[number];
  /** Of a turn, for `weeks`. */
  weeks: number;
  /** Of the handoff, but for `own`. */
  time: string;
  cycleDays: number;
  handoffs: Handoff[];
  hours: (typeof hourKinds)[number];
  ownHours: WeeklyHours[];
}

export const officeHours: WeeklyHours = { days: [1, 2, 3, 4, 5], from: '09:00', until: '17:00' };

export function newLayer(
  key: string,
  more: Pick<LayerDraft, 'timeZone' | 'startsOn'> & Partial<LayerDraft>,
): LayerDraft {
  return {
    key,
    id: '',
    name: 'Primary',
    people: [],
    turns: 'weekly',
    weeks: 2,
    time: '09:00',
    cycleDays: 7,
    handoffs: [
      { day: 0, time: '09:00' },
      { day: 4, time: '17:00' },
    ],
    hours: 'all',
    ownHours: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '20:00', until: '08:00' }],
    ...more,
  };
}

/** Three layers whose working days meet all through the year: the sun never sets on all of them. */
export function followTheSun(startsOn: string, keyOf: (index: number) => string): LayerDraft[] {
  const days = [1, 2, 3, 4, 5, 6, 7];
  return [
    { name: 'Asia', timeZone: 'Asia/Singapore', from: '08:00', until: '16:00' },
    { name: 'Europe', timeZone: 'Europe/Berlin', from: '08:00', until: '17:00' },
    { name: 'Americas', timeZone: 'America/Los_Angeles', from: '07:00', until: '17:00' },
  ].map(({ name, timeZone, from, until }, index) =>
    newLayer(keyOf(index), { name, timeZone, startsOn, time: from, hours: 'own', ownHours: [{ days, from, until }] }),
  );
}

/** The draft of a layer that is there. */
export function draftOfLayer(layer: Layer): LayerDraft {
  const { id, name, timeZone, startsOn, cycleDays, handoffs, hours } = layer;
  const [first] = handoffs;
  const simple = handoffs.length === 1 && first?.day === 0;
  const turns = !simple
    ? 'own'
    : cycleDays === 1
      ? 'daily'
      : cycleDays === 7
        ? 'weekly'
        : cycleDays % 7 === 0
          ? 'weeks'
          : 'own';
  return newLayer(id, {
    id,
    name,
    timeZone,
    startsOn,
    turns,
    people: layer.people.map((person) => person.id),
    cycleDays,
    handoffs: turns === 'own' ? handoffs : newLayer('', { timeZone, startsOn }).handoffs,
    ...(first && { time: first.time }),
    ...(turns === 'weeks' && { weeks: cycleDays / 7 }),
    ...(hours.length > 0 && { hours: same(hours, [officeHours]) ? 'office' : 'own', ownHours: hours }),
  });
}

/** What a draft says, as the server reads it. */
export function layerOfDraft(draft: LayerDraft) {
  const { id, name, timeZone, startsOn, people, turns, weeks, time, cycleDays, handoffs, hours, ownHours } = draft;
  const once = [{ day: 0, time }];
  const cycle = {
    daily: { cycleDays: 1, handoffs: once },
    weekly: { cycleDays: 7, handoffs: once },
    weeks: { cycleDays: weeks * 7, handoffs: once },
    own: { cycleDays, handoffs },
  }[turns];
  const open = { all: [], office: [officeHours], own: ownHours }[hours];
  return { id, name, timeZone, startsOn, people, ...cycle, hours: open };
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
