import { createHash } from 'node:crypto';
import { type Refusal, refuse } from '@/lib/core/refusal';
import { type Transaction } from './database';

/** A request that may come twice: the same key by the same actor is answered once and then repeated. */
export interface Request {
  actorId: string;
  key: string;
  /** What is asked, so that a key reused for something else is refused. */
  what: unknown;
}

/** The answer this request was given before, a refusal when its key was used for something else, or null. */
export async function answeredBefore(
  tx: Transaction,
  request: Request,
): Promise<{ response: unknown } | Refusal | null> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`${request.actorId}/${request.key}`}, 1))`;
  const row = await tx.idempotency.findUnique({
    where: { actorId_key: { actorId: request.actorId, key: request.key } },
  });
  if (!row) return null;
  if (row.request !== digest(request.what)) {
    return refuse('conflict', 'This idempotency key was used for another request.');
  }
  return { response: row.response };
}

/** Keeps the answer in the transaction of what it answers. */
export async function keepAnswer(tx: Transaction, request: Request, response: object): Promise<void> {
  const { actorId, key, what } = request;
  await tx.$executeRaw`
    insert into idempotency (actor_id, key, request, response, created_at)
    values (${actorId}, ${key}, ${digest(what)}, ${JSON.stringify(response)}::jsonb, app_now())`;
}

function digest(what: unknown): string {
  return createHash('sha256').update(JSON.stringify(what)).digest('base64url');
}
