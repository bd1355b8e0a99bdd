import { type RequestListener } from 'node:http';
import { settleAddress } from '@/lib/edge/address';
import { answerProblem, type EdgeHandler, loggedPath, pathOf } from '@/lib/edge/answer';
import { protect } from '@/lib/edge/headers';
import { live, paging, ready } from '@/lib/edge/health';
import { metrics, timeRequest } from '@/lib/edge/metrics';
import { isOwnOrigin } from '@/lib/edge/origin';
import { env } from '@/lib/env';
import { log } from '@/lib/log';

const handlers = new Map<string, EdgeHandler>([
  ['/api/health/live', live],
  ['/api/health/ready', ready],
  ['/api/health/paging', paging],
  ['/api/metrics', metrics],
]);

const publicHost = new URL(env.QUARTERDECK_URL).host;

/** The first to see a request: protects it, answers the hot paths, and hands everything else to `next`. */
export function handleWith(next: EdgeHandler): RequestListener {
  return (req, res) => {
    const stop = timeRequest(req.method ?? 'GET');
    res.once('close', () => stop(res.statusCode));
    protect(req, res);
    settleAddress(req);
    req.headers['x-quarterdeck-page'] = req.url ?? '/';
    if (/%00/.test(req.url ?? '')) {
      answerProblem(res, 400, 'No such address', 'An address holds no NUL.');
      return;
    }
    if (!isOwnOrigin(req.method, req.headers, env.QUARTERDECK_URL)) {
      answerProblem(res, 403, 'Another site asked', 'This request did not come from a page of Quarterdeck.');
      return;
    }
    // Behind a proxy the Host may be an inner name; Next compares Origin with this header when it is there.
    if (req.headers.origin === new URL(env.QUARTERDECK_URL).origin) req.headers['x-forwarded-host'] = publicHost;
    const handler = handlers.get(pathOf(req)) ?? next;
    Promise.resolve(handler(req, res)).catch((error: unknown) => {
      log.error({ error: String(error), path: loggedPath(req) }, 'a request failed');
      if (!res.headersSent) answerProblem(res, 500, 'Something broke', 'The request failed on our side.');
      else res.destroy();
    });
  };
}
