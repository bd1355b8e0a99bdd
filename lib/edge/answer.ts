import { type IncomingMessage, type ServerResponse } from 'node:http';

/** What answers a request before Next sees it. */
export type EdgeHandler = (req: IncomingMessage, res: ServerResponse) => void | Promise<void>;

/** The path of a request, without its query. */
export function pathOf(req: Pick<IncomingMessage, 'url'>): string {
  return (req.url ?? '/').split('?', 1)[0] ?? '/';
}

/** The path as a log may hold it: whoever reads the log must not come in by a link that was never used, nor read a calendar. */
export function loggedPath(req: Pick<IncomingMessage, 'url'>): string {
  return pathOf(req).replace(/^\/(set-up|invitation|recovery|a|calendars|api\/callbacks\/twilio)\/.*/s, '/$1/(hidden)');
}

export function answerJson(res: ServerResponse, status: number, body: object, type = 'application/json'): void {
  res.writeHead(status, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store' });
  res.end(JSON.stringify(body));
}

/** A refusal as an RFC 9457 problem document. */
export function answerProblem(res: ServerResponse, status: number, title: string, detail: string): void {
  answerJson(res, status, { type: 'about:blank', title, status, detail }, 'application/problem+json');
}
