import { database } from './database';

/** The open incidents in which somebody has acknowledged a page, in order. */
export async function heldPages(): Promise<number[]> {
  const rows = await database.$queryRaw<{ number: number }[]>`
    select number from incident where open and state->'pages' @> '[{"state": "acknowledged", "offeredOn": []}]'::jsonb
    order by number`;
  return rows.map(({ number }) => number);
}
