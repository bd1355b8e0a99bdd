/** Resolves when this process should end: asked by a signal, or left alone by the one that started it. */
export function untilToldToStop(): Promise<string> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => resolve(signal));
    process.on('disconnect', () => resolve('the process that started this one has gone'));
  });
}
