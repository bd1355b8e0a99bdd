import { EventEmitter } from 'node:events';
import { Logger, run, type WorkerEvents } from 'graphile-worker';
import { crontab, tasks } from '@/lib/jobs/tasks';
import { figures } from '@/lib/figures';
import { log } from '@/lib/log';
import { pool } from '@/lib/store/database';
import { beat, forgetNodes, releaseDeadWorkers } from '@/lib/store/nodes';

const heartbeatMs = 5_000;

/** Runs retried work on this process, and takes over what dead processes had claimed. Resolves with a way to stop. */
export async function startJobs(): Promise<() => Promise<void>> {
  const workers = new Set<string>();
  const events: WorkerEvents = new EventEmitter();
  events.on('worker:create', ({ worker }) => workers.add(worker.workerId));
  events.on('job:complete', ({ job, error }) => {
    figures.jobs.inc({ task: job.task_identifier, outcome: error ? 'error' : 'done' });
  });
  const runner = await run({
    pgPool: pool,
    concurrency: 4,
    pollInterval: 1_000,
    taskList: tasks,
    crontab,
    events,
    noHandleSignals: true,
    // The library's own details hold whole connections; its messages say enough.
    logger: new Logger(() => (level: string, message) => {
      if (level === 'error' || level === 'warning') log.warn(message);
      else log.debug(message);
    }),
  });

  const heartbeat = async () => {
    await beat([...workers]);
    const dead = await releaseDeadWorkers();
    if (dead.length > 0) log.warn({ workers: dead }, 'released the jobs of dead workers');
  };
  await heartbeat();
  const beating = setInterval(() => {
    heartbeat().catch((error: unknown) => log.warn({ error: String(error) }, 'a heartbeat was missed'));
  }, heartbeatMs);

  return async () => {
    clearInterval(beating);
    await runner.stop();
    await forgetNodes([...workers]);
  };
}
