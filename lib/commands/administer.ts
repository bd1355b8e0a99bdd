import { z } from 'zod';
import { mayAdminister } from '@/lib/core/access/may';
import { type Instant } from '@/lib/core/instant';
import { isRefusal, type Refusal, refuse } from '@/lib/core/refusal';
import { readClock } from '@/lib/store/clock';
import { lockStream } from '@/lib/store/lock-stream';
import { type Unit } from '@/lib/store/transact';
import { type Caller, parse } from './caller';
import { counted } from './counted';
import { once } from './once';

/** How far the record's stream went when the editor opened it; a change on an older basis is refused. */
export const basisInput = z.object({ basis: z.coerce.number().int().min(0) });

const subjectInput = z.string().max(400).optional();

interface Administration<Input> {
  name: string;
  /** What the draft is about, beside the draft: an id. */
  subject?: string;
  schema: z.ZodType<Input>;
  draft: unknown;
  /** Acts that share a lock are done one after another, so that what they check stays true until they commit. */
  lock: 'catalog' | 'policy' | 'roles' | 'people';
}

/** What every act of an administrator shares: parse, access, one transaction, one at a time. */
export async function administer<Input, Answer extends object>(
  caller: Caller,
  what: Administration<Input>,
  work: (unit: Unit, input: Input, now: Instant) => Promise<Answer | Refusal>,
): Promise<Answer | Refusal> {
  return counted(what.name, () => administerUncounted(caller, what, work));
}

async function administerUncounted<Input, Answer extends object>(
  caller: Caller,
  { name, subject, schema, draft, lock }: Administration<Input>,
  work: (unit: Unit, input: Input, now: Instant) => Promise<Answer | Refusal>,
): Promise<Answer | Refusal> {
  if (!mayAdminister(caller.actor)) return refuse('not-allowed', 'Only administrators can change this.');
  if (isRefusal(parse(subjectInput, subject))) return refuse('not-found', 'There is nothing of this name.');
  const parsed = parse(schema, draft);
  if (isRefusal(parsed)) return parsed;
  return once(caller, { name, subject, draft }, async (unit) => {
    await lockStream(unit.tx, `lock:${lock}`);
    return work(unit, parsed.input, await readClock(unit.tx));
  });
}

/** Refuses an edit that was begun before somebody else's was saved. With `noun` only facts of this noun are edits, whatever else the stream tells. */
export async function refuseStale({ tx }: Unit, stream: string, basis: number, noun = ''): Promise<Refusal | null> {
  await lockStream(tx, stream);
  const last = await tx.fact.findFirst({
    where: { stream, kind: { startsWith: noun && `${noun}.` } },
    orderBy: { seq: 'desc' },
    select: { seq: true, actorName: true },
  });
  if ((last?.seq ?? 0) === basis) return null;
  return refuse(
    'changed-meanwhile',
    `${last?.actorName ?? 'Somebody'} changed this while you were editing. What you typed is still here: look at theirs, then save again.`,
  );
}
