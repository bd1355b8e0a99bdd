import { describe, expect, it } from 'vitest';
import { dialShape, slice } from './dial-shape';
import { formatAgo, formatClock, formatCountdown, formatDuration } from './duration';

const MINUTE = 60_000;
const QUARTER = 15 * MINUTE;

describe('dialShape', () => {
  it.each([
    [15, 'waiting', [0, 1]],
    [20, 'waiting', [0, 1]],
    [7.5, 'waiting', [0.5, 1]],
    [3, 'soon', [0.8, 1]],
    [0, 'overdue', [0, 0.04]],
    [-7.5, 'overdue', [0, 0.5]],
    [-60, 'overdue', [0, 1]],
  ])('%d minutes before due is %s', (left, state, sector) => {
    const shape = dialShape(left * MINUTE, QUARTER, 0);
    expect(shape.state).toBe(state);
    expect(shape.sector?.[0]).toBeCloseTo(sector[0]!);
    expect(shape.sector?.[1]).toBeCloseTo(sector[1]!);
  });

  it('shows nothing when nothing is owed', () => {
    expect(dialShape(null, QUARTER, 0)).toEqual({ state: 'none', sector: null });
    expect(dialShape(1, 0, 0)).toEqual({ state: 'none', sector: null });
  });

  it('draws the whole quarter from twelve to three', () => {
    expect(slice(0, 1)).toBe('M3.5 20.5L3.50 4.00A16.5 16.5 0 0 1 20.00 20.50Z');
  });
});

describe('times as text', () => {
  it.each([
    [0, '00:00'],
    [372_000, '06:12'],
    [3_729_000, '1:02:09'],
    [-5, '00:00'],
  ])('%d ms on the clock is %s', (ms, text) => expect(formatClock(ms)).toBe(text));

  it.each([
    [48_000, '48 s'],
    [41 * MINUTE, '41 min'],
    [200 * MINUTE, '3 h 20 min'],
    [120 * MINUTE, '2 h'],
    [49 * 60 * MINUTE, '2 d'],
  ])('%d ms lasts %s', (ms, text) => expect(formatDuration(ms)).toBe(text));

  it('counts down to its last second, then up', () => {
    expect(formatCountdown(1, 0)).toEqual({ text: '00:01', overdue: false });
    expect(formatCountdown(QUARTER, 0)).toEqual({ text: '15:00', overdue: false });
    expect(formatCountdown(0, 0)).toEqual({ text: '+00:00', overdue: true });
    expect(formatCountdown(0, 130_500)).toEqual({ text: '+02:10', overdue: true });
  });

  it('says how long ago', () => {
    expect(formatAgo(0, 6 * MINUTE)).toBe('6 min ago');
    expect(formatAgo(4 * MINUTE, 0)).toBe('in 4 min');
    expect(formatAgo(3000, 0)).toBe('just now');
  });
});
