// A story: what sample people do in an incident, minute by minute, in the words of the real acts.
import { type z } from 'zod';
import { type ActDraft, type ActName } from '@/lib/core/incident/acts';
import { type declareInput } from '@/lib/core/incident/declare';
import { type Who } from './company/people';

/**
 * One act, `minute` minutes after the declaration. In its draft, `@bea` stands for Bea's id, `$name` for the id that an
 * earlier step made and called `name`, and `+20m` or `-5m` for a moment that far from the step's own.
 */
export interface Step {
  minute: number;
  who: Who;
  act: ActName;
  draft: unknown;
  as?: string;
}

export interface Story {
  declaredBy: Who;
  declaration: Omit<z.input<typeof declareInput>, 'startedAt'>;
  /** How long it had gone on before it was declared. */
  startedMinutesBefore?: number;
  steps: Step[];
}

export function step<N extends ActName>(minute: number, who: Who, act: N, draft: ActDraft<N>, as?: string): Step {
  return { minute, who, act, draft, ...(as ? { as } : {}) };
}

/** An update in four fields, with minutes from now for its estimate, or null for unknown. */
export function update(
  minute: number,
  who: Who,
  fields: {
    status: string;
    actions: string;
    next: string;
    estimate: number | null;
    phase?: ActDraft<'post-update'>['phase'];
  },
): Step {
  const { estimate, ...rest } = fields;
  const said = estimate === null ? ({ kind: 'unknown' } as const) : ({ kind: 'at', at: `+${estimate}m` } as const);
  return step(minute, who, 'post-update', { ...rest, estimate: said });
}

export function note(minute: number, who: Who, text: string, minutesAgo = 0): Step {
  return step(minute, who, 'add-note', { text, ...(minutesAgo ? { at: `-${minutesAgo}m` } : {}) });
}

export function task(minute: number, who: Who, assignee: Who, title: string, boxMinutes: number, as: string): Step {
  return step(minute, who, 'assign-task', { title, assignee: `@${assignee}`, boxMinutes }, as);
}

export function understood(minute: number, who: Who, as: string, readBack: string): Step {
  return step(minute, who, 'understand-task', { id: `$${as}`, readBack });
}

export function done(minute: number, who: Who, as: string, result: string): Step {
  return step(minute, who, 'finish-task', { id: `$${as}`, result });
}

export function takes(minute: number, who: Who, role: string): Step {
  return step(minute, who, 'take-role', { role });
}

export function phase(minute: number, who: Who, to: ActDraft<'change-phase'>['to'], reason?: string): Step {
  return step(minute, who, 'change-phase', { to, ...(reason ? { reason } : {}) });
}

/** A story of the past: how many days ago it was declared, and at which time of day in UTC. */
export interface PastStory extends Story {
  daysAgo: number;
  clock: `${number}:${number}`;
}
