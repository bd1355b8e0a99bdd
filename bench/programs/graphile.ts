// graphile-worker as it comes: each job notes that it ran, in one statement. With HANG it never finishes.
import { Logger, run } from 'graphile-worker';

const jobs = await run({
  connectionString: process.env.DATABASE_URL ?? '',
  concurrency: 6,
  noHandleSignals: true,
  logger: new Logger(() => () => undefined),
  taskList: {
    fire: async (payload, job) => {
      if (process.env.HANG) {
        process.send?.('taken');
        await new Promise(() => {});
      }
      const { id, due } = payload as { id: number; due: string };
      await job.query('insert into fired (id, due, at) values ($1, $2, clock_timestamp())', [id, due]);
    },
  },
});
process.on('disconnect', () => process.exit(0));
process.send?.('ready');
await jobs.promise;
