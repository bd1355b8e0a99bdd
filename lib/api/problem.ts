import { type Refusal, type RefusalCode, statusOf } from '@/lib/core/refusal';

/** What only HTTP can refuse, beside the refusals of the rules. */
type ProtocolCode = 'malformed' | 'method-not-allowed' | 'unsupported-media-type' | 'internal';
export type ProblemCode = RefusalCode | ProtocolCode;

/** A problem document of RFC 9457, with the refusal's code and what is wrong with each field. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: ProblemCode;
  fields?: Record<string, string>;
}

export const titles: Record<ProblemCode, string> = {
  invalid: 'The input is not valid',
  'not-signed-in': 'Not signed in',
  'not-allowed': 'Not allowed',
  'not-found': 'Not found',
  'illegal-move': 'Not possible in this state',
  taken: 'Taken by somebody else',
  'changed-meanwhile': 'Changed meanwhile',
  expired: 'Too late',
  'needs-reason': 'A reason is needed',
  conflict: 'In conflict with what is there',
  'too-many': 'Too many',
  'too-large': 'Too large',
  malformed: 'The request cannot be read',
  'method-not-allowed': 'This address does not take that method',
  'unsupported-media-type': 'Send JSON',
  internal: 'Something broke on our side',
};

export const problemStatus: Record<ProblemCode, number> = {
  ...statusOf,
  malformed: 400,
  'method-not-allowed': 405,
  'unsupported-media-type': 415,
  internal: 500,
};

const plainHeaders = { 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store' };

/** Answers with a problem document. */
export function answerProblem(
  code: ProblemCode,
  detail: string,
  more: { fields?: Record<string, string> | undefined; headers?: Record<string, string> } = {},
): Response {
  const status = problemStatus[code];
  const problem: Problem = {
    type: `/api/v1/docs#${code}`,
    title: titles[code],
    status,
    detail,
    code,
    ...(more.fields ? { fields: more.fields } : {}),
  };
  return new Response(JSON.stringify(problem), { status, headers: { ...plainHeaders, ...more.headers } });
}

export function answerRefusal({ refusal, message, fields }: Refusal, headers: Record<string, string> = {}): Response {
  return answerProblem(refusal, message, { fields, headers });
}
