// The other end of lib/child.ts: what a bench program answers.

type Methods = Record<string, (...args: never[]) => unknown>;

/** Microseconds of processor time that this process has used. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return user + system;
}

/** Milliseconds since 1970, finer than Date.now, and the same in every process of the machine. */
export function moment(): number {
  return performance.timeOrigin + performance.now();
}

/** Bytes in use after the garbage is gone. */
export function memory() {
  (globalThis as { gc?: () => void }).gc?.();
  (globalThis as { gc?: () => void }).gc?.();
  const { rss, heapUsed, external } = process.memoryUsage();
  return { rss, heap: heapUsed + external };
}

/** Answers calls from the process that started this one. */
export function answer(methods: Methods): void {
  const all: Methods = { processorTime, memory, ...methods };
  process.on('message', ({ id, method, args }: { id: number; method: string; args: never[] }) => {
    void (async () => {
      try {
        process.send?.({ id, answer: await all[method]?.(...args) });
      } catch (error) {
        process.send?.({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
      }
    })();
  });
  process.on('disconnect', () => process.exit(0));
  process.send?.('ready');
}
