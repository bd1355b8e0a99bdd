/** Tells the process that started this one, or else the console, that requests are answered, and what a person does next. */
export function tellReady(lines: string[]): void {
  if (process.send) process.send({ ready: true, lines });
  else for (const line of lines) process.stdout.write(`${line}\n`);
}
