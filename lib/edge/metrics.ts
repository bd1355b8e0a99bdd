import { timingSafeEqual } from 'node:crypto';
import { collectDefaultMetrics, Gauge, Histogram, register } from 'prom-client';
import { type EdgeHandler, answerProblem } from '@/lib/edge/answer';
import { env } from '@/lib/env';
import { pool } from '@/lib/store/database';

collectDefaultMetrics();

const seconds = new Histogram({
  name: 'quarterdeck_http_request_seconds',
  help: 'Time from the first byte of a request to the last of its answer',
  labelNames: ['method', 'status'],
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
});

new Gauge({
  name: 'quarterdeck_database_connections',
  help: 'Connections of the pool, by what they do',
  labelNames: ['state'],
  collect() {
    this.set({ state: 'idle' }, pool.idleCount);
    this.set({ state: 'busy' }, pool.totalCount - pool.idleCount);
    this.set({ state: 'waited for' }, pool.waitingCount);
  },
});

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
  const text = await register.metrics();
  res.writeHead(200, { 'content-type': register.contentType, 'cache-control': 'no-store' });
  res.end(text);
};

function carries(header: string | undefined, token: string): boolean {
  const given = Buffer.from(header ?? '');
  const wanted = Buffer.from(`Bearer ${token}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
