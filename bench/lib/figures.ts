/** The value below which the share `q` (0 to 1) of `values` lies. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = Float64Array.from(values).sort();
  if (sorted.length === 0) return NaN;
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? NaN;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** Round by round, `ours` over `theirs`: the median ratio, and the lowest and highest. */
export function ratios(ours: readonly number[], theirs: readonly number[]) {
  const each = ours.map((value, round) => value / (theirs[round] ?? NaN));
  return { median: median(each), low: Math.min(...each), high: Math.max(...each) };
}

/** Three significant digits. */
export function short(value: number): string {
  if (!Number.isFinite(value)) return '–';
  if (Math.abs(value) >= 1_000) return Math.round(value).toLocaleString('en');
  return Number(value.toPrecision(3)).toString();
}
