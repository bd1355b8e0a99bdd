import { rim, slice } from './dial-shape';

type SignProps = {
  /** Side in pixels. */
  size?: number;
  /** The name beside the mark; without it the mark is silent. */
  wordmark?: boolean;
};

/** Quarterdeck's sign at rest: the quarter with ten of its fifteen minutes left. */
export function Sign({ size = 24, wordmark = false }: SignProps) {
  return (
    <span className="inline-flex items-center gap-2 text-ink">
      <svg viewBox="0 0 24 24" width={size} height={size} aria-hidden="true" className="shrink-0">
        <path d={slice(0, 1)} className="fill-accent" opacity="0.24" />
        <path d={slice(1 / 3, 1)} className="fill-accent" />
        <path d={rim} fill="none" className="stroke-accent" strokeWidth="1.7" />
      </svg>
      {wordmark && <span className="text-base font-semibold tracking-[-0.02em]">Quarterdeck</span>}
    </span>
  );
}
