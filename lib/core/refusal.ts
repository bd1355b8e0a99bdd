/** Every way to say no. A refusal is returned, never thrown; a throw means a bug or an outage. */
export const refusalCodes = [
  'invalid',
  'not-signed-in',
  'not-allowed',
  'not-found',
  'illegal-move',
  'taken',
  'changed-meanwhile',
  'expired',
  'needs-reason',
  'conflict',
  'too-many',
  'too-large',
] as const;

export type RefusalCode = (typeof refusalCodes)[number];

/** `message` says what happened and what to do; `fields` maps an input's path to what is wrong with it. */
export interface Refusal {
  refusal: RefusalCode;
  message: string;
  fields?: Record<string, string>;
}

export function refuse(refusal: RefusalCode, message: string, fields?: Record<string, string>): Refusal {
  return fields ? { refusal, message, fields } : { refusal, message };
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'refusal' in value;
}

/** The one table from refusal to HTTP status (RFC 9110). */
export const statusOf: Record<RefusalCode, number> = {
  invalid: 422,
  'not-signed-in': 401,
  'not-allowed': 403,
  'not-found': 404,
  'illegal-move': 409,
  taken: 409,
  'changed-meanwhile': 409,
  expired: 410,
  'needs-reason': 422,
  conflict: 409,
  'too-many': 429,
  'too-large': 413,
};
