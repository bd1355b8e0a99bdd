import { median, ratios, short } from './figures';

export interface Row {
  what: string;
  unit: string;
  /** One figure a round. */
  ours: number[];
  theirs?: number[];
  /** The most that the ratio, or without `theirs` the median itself, may be; `least` the other way round. */
  most?: number;
  least?: number;
}

/** Prints rows as a table: medians over the rounds, the ratio of the two round by round, and its spread. */
export function printTable(title: string, against: string, rows: readonly Row[]): void {
  const lines = [['', 'Quarterdeck', against, 'ratio', 'spread', 'aim', '']];
  for (const { what, unit, ours, theirs, most, least } of rows) {
    const ratio = theirs ? ratios(ours, theirs) : null;
    const judged = ratio?.median ?? median(ours);
    const met = (most === undefined || judged <= most) && (least === undefined || judged >= least);
    const aim = most !== undefined ? `≤ ${most}` : least !== undefined ? `≥ ${least}` : '';
    const spread = ratio
      ? `${short(ratio.low)}–${short(ratio.high)}`
      : ours.length > 1
        ? `${short(Math.min(...ours))}–${short(Math.max(...ours))}`
        : '';
    lines.push([
      what,
      `${short(median(ours))} ${unit}`,
      theirs ? `${short(median(theirs))} ${unit}` : '',
      ratio ? `${short(ratio.median)}×` : '',
      spread,
      aim,
      aim && (met ? 'met' : 'MISSED'),
    ]);
  }
  const widths = (lines[0] ?? []).map((_, column) => Math.max(...lines.map((line) => (line[column] ?? '').length)));
  process.stdout.write(`\n${title}\n`);
  lines.forEach((line, index) => {
    const cells = line.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
    );
    process.stdout.write(`  ${cells.join('  ').trimEnd()}\n`);
    if (index === 0) process.stdout.write(`  ${widths.map((width) => '─'.repeat(width)).join('  ')}\n`);
  });
}

export function note(text: string): void {
  process.stdout.write(`  ${text}\n`);
}
