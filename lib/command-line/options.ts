import { parseArgs } from 'node:util';

/** Reads `--name value` pairs; answers null when one is unknown or has no value. */
export function readOptions(args: string[], names: string[]): Record<string, string | undefined> | null {
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
  try {
    return parseArgs({ args, options }).values;
  } catch {
    return null;
  }
}

/** Says something to whoever typed the command; standard output is for the credential alone. */
export function tell(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** Prints a credential as the last line of standard output, whatever is logged until the end. */
export function reveal(credential: string): void {
  process.once('exit', () => process.stdout.write(`${credential}\n`));
}
