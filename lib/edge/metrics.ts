import { timingSafeEqual } from 'node:crypto';
import { collectDefaultMetrics, Gauge, Histogram } from 'prom-client';
import { type EdgeHandler, answerProblem } from '@/lib/edge/answer';
import { SECOND } from '@/lib/core/instant';
import { silenceOf } from '@/lib/core/notification/silence';
import { env } from '@/lib/env';
import { figures } from '@/lib/figures';
import { log } from '@/lib/log';
import { pool } from '@/lib/store/database';
import { readPagingState } from '@/lib/store/pulse';
import { syntheticEveryMs } from '@/lib/store/synthetic-page';
import { readWaiting } from '@/lib/store/waiting';

const { registry } = figures;
const registers = [registry];

collectDefaultMetrics({ register: registry });

const seconds = new Histogram({
  name: 'quarterdeck_http_request_seconds',
  help: 'Time from the first byte of a request to the last of its answer',
  labelNames: ['method', 'status'],
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
  registers,
});

new Gauge({
  name: 'quarterdeck_database_connections',
  help: 'Connections of the pool, by what they do',
  labelNames: ['state'],
  registers,
  collect() {
    this.set({ state: 'idle' }, pool.idleCount);
    this.set({ state: 'busy' }, pool.totalCount - pool.idleCount);
    this.set({ state: 'waited for' }, pool.waitingCount);
  },
});

/** Timers and jobs are the whole installation's, so every process tells the same; a database that is away is told as absence. */
const waiting = {
  timers: new Gauge({ name: 'quarterdeck_timers_waiting', help: 'Timers not yet fired, of all processes', registers }),
  jobs: new Gauge({ name: 'quarterdeck_jobs_waiting', help: 'Jobs not yet done, of all processes', registers }),
};

/** Of the whole installation too; absent where none was sent or the database is away. */
const signs = {
  age: new Gauge({
    name: 'quarterdeck_synthetic_page_age_seconds',
    help: 'Time since the last synthetic page came back by the way of all pages',
    registers,
  }),
  took: new Gauge({
    name: 'quarterdeck_synthetic_page_seconds',
    help: 'Time that the last synthetic page took, from when it was due to when it came back',
    registers,
  }),
  out: new Gauge({ name: 'quarterdeck_paging_out', help: '1 while pages may not reach anybody', registers }),
};

async function readSigns(): Promise<void> {
  const state = await readPagingState().catch(() => null);
  const set = (gauge: Gauge, ms: number | null | undefined) =>
    ms === null || ms === undefined ? gauge.remove() : gauge.set(ms / SECOND);
  set(signs.age, state?.sinceSyntheticMs);
  set(signs.took, state?.syntheticMs);
  signs.out.set(state === null || silenceOf(state, syntheticEveryMs()) !== null ? 1 : 0);
}

async function countWaiting(): Promise<void> {
  try {
    const { timers, jobs } = await readWaiting();
    waiting.timers.set(timers);
    waiting.jobs.set(jobs);
  } catch (error) {
    log.warn({ error: String(error) }, 'what waits could not be counted');
    waiting.timers.remove();
    waiting.jobs.remove();
  }
}

/** Starts the stopwatch of one request; call what it answers with the status when the response is over. */
export function timeRequest(method: string): (status: number) => void {
  const stop = seconds.startTimer({ method });
  return (status) => void stop({ status: String(status) });
}

/** Prometheus text for whoever carries METRICS_TOKEN; does not exist where none is set. */
export const metrics: EdgeHandler = async (req, res) => {
  if (!env.METRICS_TOKEN) return answerProblem(res, 404, 'Not found', 'Set METRICS_TOKEN to have metrics.');
  if (!carries(req.headers.authorization, env.METRICS_TOKEN)) {
    res.setHeader('www-authenticate', 'Bearer');
    return answerProblem(res, 401, 'Not signed in', 'Send the metrics token as a bearer token.');
  }
  await Promise.all([countWaiting(), readSigns()]);
  const text = await registry.metrics();
  res.writeHead(200, { 'content-type': registry.contentType, 'cache-control': 'no-store' });
  res.end(text);
};

function carries(header: string | undefined, token: string): boolean {
  const given = Buffer.from(header ?? '');
  const wanted = Buffer.from(`Bearer ${token}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
