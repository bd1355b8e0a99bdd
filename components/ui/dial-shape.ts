/** The dial is the clock face from twelve to three, in a box of 24: pivot bottom left, rim from top to right. */
const PIVOT = { x: 3.5, y: 20.5 };
const RADIUS = 16.5;

export type DialState = 'none' | 'waiting' | 'soon' | 'overdue';

export type DialShape = {
  state: DialState;
  /** The filled sector, or null when nothing is left or owed. */
  sector: string | null;
};

function onRim(turn: number, radius = RADIUS): string {
  const angle = (turn * Math.PI) / 2;
  const x = PIVOT.x + radius * Math.sin(angle);
  const y = PIVOT.y - radius * Math.cos(angle);
  return `${x.toFixed(2)} ${y.toFixed(2)}`;
}

/** The slice between two turns of the hand, each from 0 (twelve) to 1 (three). */
export function slice(from: number, to: number): string {
  return `M${PIVOT.x} ${PIVOT.y}L${onRim(from)}A${RADIUS} ${RADIUS} 0 0 1 ${onRim(to)}Z`;
}

/** The rim alone, as an open arc. */
export const rim = `M${onRim(0)}A${RADIUS} ${RADIUS} 0 0 1 ${onRim(1)}`;

/** Marks at each third of the cadence (five minutes of fifteen), across the rim. */
export const marks = [1 / 3, 2 / 3].map((turn) => `M${onRim(turn, RADIUS - 2.6)}L${onRim(turn, RADIUS)}`).join('');

/**
 * What the dial shows at `now` (all in milliseconds): the quarter left until due; once due, what is overdue, refilling from twelve.
 * The last fifth of the cadence is `soon`.
 */
export function dialShape(dueAt: number | null, cadenceMs: number, now: number): DialShape {
  if (dueAt === null || cadenceMs <= 0) return { state: 'none', sector: null };
  const left = (dueAt - now) / cadenceMs;
  if (left <= 0) return { state: 'overdue', sector: slice(0, Math.min(1, Math.max(-left, 0.04))) };
  return { state: left <= 0.2 ? 'soon' : 'waiting', sector: slice(1 - Math.min(1, left), 1) };
}
