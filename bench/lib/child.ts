// A program of its own that answers calls: the measured, the measuring and the load never share an event loop.
import { type ChildProcess, fork } from 'node:child_process';
import { bundle } from '@/lib/start/testing/bundle';

export interface Child {
  process: ChildProcess;
  call: <Answer>(method: string, ...args: unknown[]) => Promise<Answer>;
  kill: (signal?: NodeJS.Signals) => Promise<void>;
}

interface Reply {
  id: number;
  answer?: unknown;
  error?: string;
}

const running = new Set<ChildProcess>();
process.on('exit', killAll);

export function killAll(): void {
  for (const child of running) child.kill('SIGKILL');
}

/** Starts bench/programs/<name>.ts and resolves when it is ready to be called. */
export async function start(name: string, env: Record<string, string> = {}): Promise<Child> {
  const file = await bundle(`bench/programs/${name}.ts`);
  const child = fork(file, [], {
    env: { ...process.env, LOG_LEVEL: 'warn', NODE_ENV: 'production', ...env },
    execArgv: ['--expose-gc'],
    serialization: 'advanced',
  });
  running.add(child);
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => {
      running.delete(child);
      for (const { reject } of waiting.values()) reject(new Error(`${name} ended`));
      resolve();
    });
  });
  const waiting = new Map<number, { resolve: (answer: unknown) => void; reject: (error: Error) => void }>();
  let last = 0;
  const ready = new Promise<void>((resolve, reject) => {
    child.once('message', () => resolve());
    void ended.then(() => reject(new Error(`${name} did not start`)));
  });
  await ready;
  child.on('message', ({ id, answer, error }: Reply) => {
    const caller = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) caller?.resolve(answer);
    else caller?.reject(new Error(`${name}: ${error}`));
  });
  return {
    process: child,
    call: <Answer>(method: string, ...args: unknown[]) =>
      new Promise<Answer>((resolve, reject) => {
        last += 1;
        waiting.set(last, { resolve: resolve as (answer: unknown) => void, reject });
        child.send({ id: last, method, args });
      }),
    kill: async (signal = 'SIGKILL') => {
      child.kill(signal);
      await ended;
    },
  };
}
