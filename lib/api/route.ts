// One address of the API: what it takes, what it answers, and what it does. The table of them is both router and document.
import { type z } from 'zod';
import { type Actor } from '@/lib/core/access/actor';
import { isCount } from '@/lib/core/count';
import { type Refusal } from '@/lib/core/refusal';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** A JSON Schema, as OpenAPI 3.1 embeds it. */
export type JsonSchema = { [keyword: string]: unknown };

export interface Call {
  actor: Actor;
  requestKey: string | undefined;
  /** Parts of the path, by the names in its template. */
  params: Record<string, string>;
  query: URLSearchParams;
  body: Record<string, unknown>;
  /** The body of a route that takes text. */
  text: string;
  headers: Headers;
}

export interface Reply {
  status: number;
  body?: unknown;
  /** In place of a body: text of the kind that the route gives. */
  text?: string;
  headers?: Record<string, string>;
}

export interface Answer {
  status: number;
  says: string;
  schema: z.ZodType;
  headers?: Record<string, string>;
}

export interface Route {
  method: Method;
  /** With its variables in braces: `/incidents/{number}`. */
  path: string;
  /** The operation's name for client generators, unique. */
  name: string;
  tag: string;
  summary: string;
  description?: string;
  query?: z.ZodObject;
  body?: JsonSchema;
  /** The media type of text that it takes in place of JSON, and of text that it answers with. */
  takes?: 'application/yaml';
  gives?: 'application/yaml';
  answer: Answer;
  run: (call: Call) => Promise<Reply | Refusal>;
}

/** The incident number in a path, or null for what cannot be one. */
export function numberIn(call: Pick<Call, 'params'>): number | null {
  const text = call.params.number ?? '';
  const number = /^[1-9]\d{0,9}$/.test(text) ? Number(text) : 0;
  return isCount(number) ? number : null;
}
