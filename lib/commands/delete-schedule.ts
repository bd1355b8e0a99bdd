import { z } from 'zod';
import { type Refusal } from '@/lib/core/refusal';
import { administer } from './administer';
import { type Caller } from './caller';
import { deleteRecord } from './record-kind';
import { scheduleKind } from './schedule-record';

/** Deletes a schedule that no escalation policy calls. */
export async function deleteSchedule(caller: Caller, id: string): Promise<{ name: string } | Refusal> {
  const what = { name: 'delete-schedule', subject: id, schema: z.null(), draft: null, lock: 'catalog' } as const;
  return administer(caller, what, (unit, _, now) => deleteRecord({ unit, actor: caller.actor, now }, scheduleKind, id));
}
