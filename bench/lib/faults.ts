import { short } from './figures';

/** What came of one kind of fault. */
export interface Fault {
  what: string;
  trials: number;
  /** Due steps within the trials. */
  steps: number;
  lost: number;
  twice: number;
  /** Messages that came again, with the same key, of how many. */
  again: number;
  messages: number;
  /** What was waited for, in milliseconds: the longest, and the most that it may be. */
  wait: string;
  worst: number;
  most: number;
}

export type TryFault = (serverUrl: string, options: { quick: boolean }) => Promise<Fault[]>;

export function printFaults(faults: readonly Fault[]): void {
  const lines = [
    ['', 'trials', 'steps', 'lost', 'twice', 'same key again', 'at worst', 'aim', ''],
    ...faults.map(({ what, trials, steps, lost, twice, again, messages, wait, worst, most }) => [
      what,
      short(trials),
      short(steps),
      short(lost),
      short(twice),
      `${again} of ${short(messages)}`,
      `${wait} ${short(worst)} ms`,
      `≤ ${short(most)}`,
      lost + twice === 0 && worst <= most ? 'met' : 'MISSED',
    ]),
  ];
  const widths = (lines[0] ?? []).map((_, column) => Math.max(...lines.map((line) => (line[column] ?? '').length)));
  process.stdout.write('\n(f) Faults amid paging\n');
  for (const line of lines) {
    const cells = line.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
    );
    process.stdout.write(`  ${cells.join('  ').trimEnd()}\n`);
  }
}
