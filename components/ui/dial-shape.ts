/** The dial is the clock face from twelve to three, in a box of 24: pivot bottom left, rim from top to right. */
const PIVOT = { x: 3.5, y: 20.5 };
const RADIUS = 16.5;

export type DialState = 'none' | 'waiting' | 'soon' | 'overdue';

export type DialShape = {
  state: DialState;
  /** The filled sector as turns of the hand, or null when nothing is owed. */
  sector: [from: number, to: number] | null;
};

function onRim(turn: number, radius = RADIUS): string {
  const angle = (turn * Math.PI) / 2;
  const x = PIVOT.x + radius * Math.sin(angle);
  const y = PIVOT.y - radius * Math.cos(angle);
  return `${x.toFixed(2)} ${y.toFixed(2)}`;
}

/** The slice between two turns of the hand, each from 0 (twelve) to 1 (three). */
export function slice(from: number, to: number, radius = RADIUS): string {
  return `M${PIVOT.x} ${PIVOT.y}L${onRim(from, radius)}A${radius} ${radius} 0 0 1 ${onRim(to, radius)}Z`;
}

function arc(from: number, to: number): string {
  return `M${onRim(from)}A${RADIUS} ${RADIUS} 0 0 1 ${onRim(to)}`;
}

/** The rim alone, as an open arc. */
export const rim = arc(0, 1);

/** The rim in three parts: five minutes each, of fifteen. */
export const rimParts = [0, 1, 2].map((part) => arc((part + 0.05) / 3, (part + 0.95) / 3)).join('');

/** Where the face ends when the dial is large enough to leave a gap to its rim. */
export const FACE = 14.2;

/**
 * What the dial shows at `now` (all in milliseconds): the quarter left until due; once due, what is overdue, refilling from twelve.
 * The last fifth of the cadence is `soon`.
 */
export function dialShape(dueAt: number | null, cadenceMs: number, now: number): DialShape {
  if (dueAt === null || cadenceMs <= 0) return { state: 'none', sector: null };
  const left = (dueAt - now) / cadenceMs;
  if (left <= 0) return { state: 'overdue', sector: [0, Math.min(1, Math.max(-left, 0.04))] };
  return { state: left <= 0.2 ? 'soon' : 'waiting', sector: [1 - Math.min(1, left), 1] };
}
