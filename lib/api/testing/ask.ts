import { type Actor } from '@/lib/core/access/actor';
import { answer } from '../answer';

export const ada: Actor = { kind: 'person', id: 'ada', name: 'Ada Okafor', role: 'administrator' };
export const bea: Actor = { kind: 'person', id: 'bea', name: 'Bea Lindqvist', role: 'responder' };
export const cyr: Actor = { kind: 'person', id: 'cyr', name: 'Cyrus Tan', role: 'responder' };
export const obs: Actor = { kind: 'person', id: 'obs', name: 'Olga Brandt', role: 'observer' };
export const robot: Actor = { kind: 'token', id: 'robot', name: 'deploy robot', role: 'responder' };
export const watcher: Actor = { kind: 'token', id: 'watcher', name: 'wallboard', role: 'observer' };
export const chief: Actor = { kind: 'token', id: 'chief', name: 'terraform', role: 'administrator' };

export interface Told {
  status: number;
  headers: Headers;
  body: Record<string, unknown>;
  /** What it says where that is no JSON. */
  text?: string;
}

/** Asks the API as `actor` and reads its answer. A string body is sent as it is. */
export async function ask(
  actor: Actor | null,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Told> {
  const request = new Request(`http://localhost:3000/api/v1${path}`, {
    method,
    headers: {
      authorization: 'Bearer qd_test',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const response = await answer(request, () => Promise.resolve(actor));
  const text = await response.text();
  const json = response.headers.get('content-type')?.includes('json') ?? false;
  const read: unknown = json ? JSON.parse(text) : {};
  return { status: response.status, headers: response.headers, body: read as Record<string, unknown>, text };
}

/** Declares an incident as `actor` and answers with its number. */
export async function declare(actor: Actor, more: Record<string, unknown> = {}): Promise<number> {
  const { status, body } = await ask(actor, 'POST', '/incidents', {
    title: 'Checkout fails',
    severity: 'High',
    ...more,
  });
  if (status !== 201) throw new Error(`not declared: ${JSON.stringify(body)}`);
  return Number(body.number);
}
