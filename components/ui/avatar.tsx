import type { CSSProperties } from 'react';
import { cx } from './cx';

const hues = [18, 62, 104, 150, 196, 232, 276, 330];

/** Hoists in the manner of signal flags: a person is told by pattern as well as by tint. */
const hoists = [
  <path key="whole" d="M0 0h24v6H0z" />,
  <path key="halves" d="M0 0h12v6H0z" />,
  <path key="stripes" d="M0 0h5v6H0zM9.5 0h5v6h-5zM19 0h5v6h-5z" />,
  <path key="checks" d="M0 0h6v3H0zM12 0h6v3h-6zM6 3h6v3H6zM18 3h6v3h-6z" />,
  <path key="slant" d="M0 6 12 0h12L12 6z" />,
  <path key="bar" d="M0 0h24v2H0zM0 4h24v2H0z" />,
  <path key="centre" d="M8 0h8v6H8z" />,
  <path key="wedge" d="M0 0l12 6L24 0z" />,
];

function hash(text: string): number {
  let sum = 2166136261;
  for (const char of text) sum = Math.imul(sum ^ (char.codePointAt(0) ?? 0), 16777619) >>> 0;
  return sum ^ (sum >>> 13);
}

function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const first = [...(words[0] ?? '?')][0] ?? '?';
  const last = words.length > 1 ? ([...(words.at(-1) ?? '')][0] ?? '') : ([...(words[0] ?? '')][1] ?? '');
  return (first + last).toLocaleUpperCase();
}

/** The hue of a person's tint, in degrees, wherever they stand for a colour; `seed` is their id. */
export function hueOf(seed: string): number {
  return hues[Math.abs(hash(seed)) % hues.length] ?? 0;
}

type AvatarProps = {
  name: string;
  /** Keeps tint and pattern through a change of name. */
  id?: string;
  size?: 20 | 24 | 32;
  /** The name stands beside it as text, so readers need not hear it twice. */
  silent?: boolean;
  className?: string;
};

/** A person: initials over a hoist of their own. */
export function Avatar({ name, id, size = 24, silent = false, className }: AvatarProps) {
  const seed = Math.abs(hash(id ?? name));
  const hoist = size / 4;
  return (
    <span
      role={silent ? undefined : 'img'}
      aria-label={silent ? undefined : name}
      aria-hidden={silent || undefined}
      data-tip={silent ? undefined : name}
      className={cx('avatar relative inline-flex shrink-0 flex-col overflow-hidden rounded-sm', className)}
      style={{ '--hue': hues[seed % hues.length], width: size, height: size } as CSSProperties}
    >
      <span
        aria-hidden="true"
        className="flex flex-1 items-center justify-center leading-none font-semibold"
        style={{ fontSize: size * 0.4 }}
      >
        {initials(name)}
      </span>
      <svg
        viewBox="0 0 24 6"
        height={hoist}
        preserveAspectRatio="none"
        aria-hidden="true"
        className="block w-full shrink-0"
      >
        {hoists[(seed >>> 3) % hoists.length]}
      </svg>
    </span>
  );
}

type AvatarStackProps = {
  people: readonly { id: string; name: string }[];
  max?: number;
  size?: 20 | 24 | 32;
  label?: string;
};

/** Several people in a row, the rest as a count. */
export function AvatarStack({ people, max = 4, size = 24, label }: AvatarStackProps) {
  const shown = people.slice(0, max);
  const rest = people.slice(max);
  return (
    <span role={label && 'group'} aria-label={label} className="inline-flex items-center gap-1">
      {shown.map((person) => (
        <Avatar key={person.id} id={person.id} name={person.name} size={size} />
      ))}
      {rest.length > 0 && (
        <span className="tnum px-0.5 text-xs text-muted" data-tip={rest.map((person) => person.name).join('\n')}>
          +{rest.length}
        </span>
      )}
    </span>
  );
}
