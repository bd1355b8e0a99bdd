import { z } from 'zod';
import { isRefusal, type Refusal } from '@/lib/core/refusal';
import { transact } from '@/lib/store/transact';
import { type Caller, parse } from './caller';

/** Which of one's own notices: one by its id, those about an address, or every one up to an id. */
const which = z.union([
  z.object({ id: z.string().regex(/^\d{1,18}$/) }),
  z.object({ url: z.string().startsWith('/').max(200) }),
  z.object({ upTo: z.string().regex(/^\d{1,18}$/) }),
]);

/** Marks notices to the caller as read; answers with how many were not. */
export async function markNoticesRead({ actor }: Caller, draft: unknown): Promise<{ read: number } | Refusal> {
  const parsed = parse(which, draft);
  if (isRefusal(parsed)) return parsed;
  const { input } = parsed;
  return transact(async ({ tx, bells }) => {
    const id = 'id' in input ? BigInt(input.id) : null;
    const url = 'url' in input ? input.url : null;
    const upTo = 'upTo' in input ? BigInt(input.upTo) : null;
    const read = await tx.$executeRaw`
      update notice set read_at = app_now() where person_id = ${actor.id} and read_at is null and
        (id = ${id}::bigint or url = ${url}::text or id <= ${upTo}::bigint)`;
    if (read > 0) bells.push({ read: actor.id });
    return { read };
  });
}
