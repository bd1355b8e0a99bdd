import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive } from './alive.mjs';
import { root } from './root.mjs';
import { Halt, say } from './say.mjs';

/** Exit code of an app that must not be started again: the configuration or the database's version is wrong. */
const noCure = 78;
/** An argument that the app ignores, by which a leftover is known among the system's processes. */
const appMarker = 'quarterdeck-app';
const backOff = [250, 1_000, 2_000, 5_000, 10_000, 30_000];

export type Ready = { ready: true; lines: string[] };

export type App = {
  /** What the app says once it answers requests. */
  ready: Promise<string[]>;
  /** Resolves with the reason when the app is given up. */
  ended: Promise<string>;
  stop: () => Promise<void>;
  restart: () => void;
};

/** Runs the app, and again whenever it dies, waiting longer each time; gives up when it never came to answer. */
export function superviseApp(folder: string, program: string[], env: NodeJS.ProcessEnv): App {
  let child: ChildProcess | null = null;
  let stopping = false;
  let asked = false;
  let wasReady = false;
  let failures = 0;
  let readySince = 0;
  const ready = deferred<string[]>();
  const ended = deferred<string>();

  const run = () => {
    if (stopping) return;
    child = spawn(process.execPath, [...program, appMarker], {
      cwd: root,
      env,
      // Its own process group: Ctrl-C reaches this process alone, which then stops things in order.
      detached: true,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    const started = child;
    writeFileSync(pidFile(folder), String(started.pid));
    started.on('message', (message: Ready) => {
      // While nobody can sign in, each start of the app ends the set-up link that the former one made.
      if (wasReady) for (const line of ['  The app answers again.', ...message.lines]) say(line);
      wasReady = true;
      readySince = Date.now();
      ready.resolve(message.lines);
    });
    started.on('exit', (code, signal) => died(code, signal));
  };

  const died = (code: number | null, signal: NodeJS.Signals | null) => {
    rmSync(pidFile(folder), { force: true });
    const reason = signal ?? `exit code ${code}`;
    if (stopping) return ended.resolve('stopped');
    if (asked) {
      asked = false;
      return run();
    }
    if (code === noCure || !wasReady) return ended.resolve(reason);
    if (Date.now() - readySince > 60_000) failures = 0;
    const wait = backOff[Math.min(failures++, backOff.length - 1)] ?? 0;
    say(`  The app ended (${reason}). Starting it again in ${wait / 1000} s …`);
    setTimeout(run, wait);
  };

  run();
  return {
    ready: ready.promise,
    ended: ended.promise,
    restart: () => {
      asked = true;
      child?.kill('SIGTERM');
    },
    stop: async () => {
      stopping = true;
      if (!child || child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGTERM');
      await Promise.race([ended.promise, sleep(15_000, null, { ref: false })]);
      killGroup(child.pid);
    },
  };
}

/** Waits for an app that outlived a killed start to finish, and ends it when it does not. */
export async function clearLeftoverApp(folder: string) {
  let pid: number;
  try {
    pid = Number(readFileSync(pidFile(folder), 'utf8'));
  } catch {
    return;
  }
  for (let waited = 0; isAlive(pid, appMarker); waited += 100) {
    if (waited === 10_000) killGroup(pid);
    if (waited > 15_000) throw new Halt(`A former app (process ${pid}) does not end. End it and start again.`);
    await sleep(100);
  }
  rmSync(pidFile(folder), { force: true });
}

function pidFile(folder: string) {
  return path.join(folder, 'app.pid');
}

function killGroup(pid: number | undefined) {
  try {
    if (pid) process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch {
    // It ended by itself.
  }
}

function deferred<T>() {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((settle) => (resolve = settle));
  return { promise, resolve };
}
