import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

type Theme = 'day' | 'night';
const css = readFileSync(new URL('../../app/globals.css', import.meta.url), 'utf8');
const pattern = /--([a-z-]+): light-dark\(oklch\(([\d. ]+)\), oklch\(([\d. ]+)\)\)/g;
const tokens = new Map(
  [...css.matchAll(pattern)].map(([, name = '', day = '', night = '']) => [name, { day, night }] as const),
);

/** Relative luminance (WCAG 2) of an `L C H` triple, clipped to sRGB as browsers do. */
function luminance(triple: string): number {
  const [l = 0, c = 0, h = 0] = triple.split(' ').map(Number);
  const a = c * Math.cos((h * Math.PI) / 180);
  const b = c * Math.sin((h * Math.PI) / 180);
  const long = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const medium = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const clip = (value: number) => Math.min(1, Math.max(0, value));
  const red = clip(4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short);
  const green = clip(-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short);
  const blue = clip(-0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(front: string, back: string, theme: Theme): number {
  const [f, b] = [front, back].map((name) => {
    const token = tokens.get(name);
    if (!token) throw new Error(`no token --${name}`);
    return luminance(token[theme]);
  }) as [number, number];
  return (Math.max(f, b) + 0.05) / (Math.min(f, b) + 0.05);
}

const grounds = ['ground', 'surface', 'sunken', 'well', 'raised'];
const severities = ['critical', 'high', 'medium', 'low'];
const text: [string, string[]][] = [
  ['ink', [...grounds, 'accent-wash', 'overdue-wash', ...severities.map((name) => `${name}-wash`), 'done-wash']],
  ['muted', [...grounds, 'accent-wash', 'overdue-wash']],
  ['accent', [...grounds, 'accent-wash']],
  ['on-accent', ['accent', 'accent-strong']],
  ['on-overdue', ['overdue']],
  ['overdue', ['ground', 'surface', 'sunken', 'overdue-wash']],
  ['done', [...grounds, 'done-wash']],
  ...severities.map((name): [string, string[]] => [name, [...grounds, `${name}-wash`]]),
];
const shapes: [string, string[]][] = [
  ['faint', grounds],
  ['edge', ['ground', 'surface', 'sunken', 'well']],
  ['overdue', grounds],
];

describe.each<Theme>(['day', 'night'])('tokens by %s', (theme) => {
  const pairs = (list: [string, string[]][]) =>
    list.flatMap(([front, backs]) => backs.map((back): [string, string] => [front, back]));

  it.each(pairs(text))('text %s on %s is at least 4.5:1', (front, back) => {
    expect(contrast(front, back, theme)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(pairs(shapes))('shape %s on %s is at least 3:1', (front, back) => {
    expect(contrast(front, back, theme)).toBeGreaterThanOrEqual(3);
  });
});
