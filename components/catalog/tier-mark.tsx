import { tierMeaning, tiers } from '@/lib/core/catalog/tiers';

/** How much a service matters: four bars, as many filled as it counts, and the word. */
export function TierMark({ tier, wordless = false }: { tier: number; wordless?: boolean }) {
  return (
    <span
      className="inline-flex items-center gap-2 whitespace-nowrap"
      data-tip={wordless ? undefined : tierMeaning(tier)}
    >
      <svg viewBox="0 0 15 12" width={15} height={12} aria-hidden="true" className="shrink-0">
        {tiers.map((one, at) => (
          <rect
            key={one.tier}
            x={at * 4}
            y={9 - at * 3}
            width={2.6}
            height={3 + at * 3}
            rx={0.6}
            fill="currentColor"
            opacity={at < 5 - tier ? 1 : 0.22}
          />
        ))}
      </svg>
      <span className={wordless ? 'sr-only' : undefined}>tier {tier}</span>
    </span>
  );
}
