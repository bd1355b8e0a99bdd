import { type Actor } from '@/lib/core/access/actor';
import { isOwnPage } from '@/lib/core/access/own-page';
import { isRefusal } from '@/lib/core/refusal';
import { env } from '@/lib/env';
import { log } from '@/lib/log';
import { readBody, readText } from './body';
import { unknownFields } from './fields';
import { keyOf } from './idempotency';
import { matchRoute } from './match';
import { answerProblem, answerRefusal } from './problem';
import { countRequest } from './rate';
import { type Reply } from './route';
import { routes } from './routes';

/** Where the API's addresses begin. */
const apiPath = '/api/v1';

/** Who asks, by the headers of a request: a token, a session, or nobody. */
export type Authenticate = (headers: Headers) => Promise<Actor | null>;

/** Answers one request to the API: finds its route, settles who asks, runs it, and turns refusals into problem documents. */
export async function answer(request: Request, authenticate: Authenticate): Promise<Response> {
  try {
    return await settle(request, authenticate);
  } catch (error) {
    log.error({ error: error instanceof Error ? error.stack : String(error), url: request.url }, 'an API call failed');
    return answerProblem('internal', 'The request failed on our side. Nothing was half done; try again.');
  }
}

async function settle(request: Request, authenticate: Authenticate): Promise<Response> {
  const url = new URL(request.url);
  const match = matchRoute(routes, request.method, url.pathname.slice(apiPath.length));
  if ('allow' in match) return refuseAddress(request.method, match.allow);
  const { route, params } = match;

  const actor = await authenticate(request.headers);
  if (!actor) {
    const detail = 'Send a token as “Authorization: Bearer qd_…”, or sign in.';
    return answerProblem('not-signed-in', detail, { headers: { 'www-authenticate': 'Bearer' } });
  }
  const rate = await countRequest(`${actor.kind}:${actor.id}`);
  if (!rate.allowed) return answerProblem('too-many', 'Too many requests. Wait a moment.', { headers: rate.headers });
  const writes = route.method !== 'GET';
  if (writes && !request.headers.has('authorization') && !comesFromOwnPage(request)) {
    return answerProblem('not-allowed', 'A session may only be used from pages of Quarterdeck itself.');
  }

  const key = writes ? keyOf(request.headers) : undefined;
  if (isRefusal(key)) return answerRefusal(key, rate.headers);
  const read = !writes ? { body: {} } : route.takes ? await readText(request) : await readBody(request);
  if ('problem' in read) return answerProblem(read.problem, read.detail, { headers: rate.headers });
  const unknown = route.body ? unknownFields(route.body, read.body) : null;
  if (unknown) return answerRefusal(unknown, rate.headers);

  const { body, text } = { text: '', ...read };
  const call = { actor, requestKey: key, params, query: url.searchParams, body, text, headers: request.headers };
  const reply = await route.run(call);
  if (isRefusal(reply)) return answerRefusal(reply, rate.headers);
  return respond(reply, route.gives ?? 'application/json', rate.headers);
}

function respond({ status, body, text, headers }: Reply, type: string, more: Record<string, string>): Response {
  const said = text ?? (body === undefined ? null : JSON.stringify(body));
  return new Response(said, {
    status,
    headers: {
      ...(said === null ? {} : { 'content-type': `${type}; charset=utf-8` }),
      'cache-control': 'private, no-cache',
      ...more,
      ...headers,
    },
  });
}

function refuseAddress(method: string, allow: string[]): Response {
  if (allow.length === 0) {
    return answerProblem('not-found', 'There is no such address. See /api/v1/docs for those there are.');
  }
  const listed = [...allow, ...(allow.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ');
  if (method === 'OPTIONS') return new Response(null, { status: 204, headers: { allow: listed } });
  return answerProblem('method-not-allowed', `This address takes ${listed}.`, { headers: { allow: listed } });
}

/** A browser names the page that asks. One that does not is no reason to trust a cookie. */
function comesFromOwnPage(request: Request): boolean {
  const origin = request.headers.get('origin');
  if (origin === null) return request.headers.get('sec-fetch-site') === 'same-origin';
  return isOwnPage(origin, env.QUARTERDECK_URL, request.headers.get('host'));
}
