import { type Transaction } from './database';

/** The number of the next incident, which no other will be given. */
export async function drawNumber(tx: Transaction): Promise<number> {
  const [drawn] = await tx.$queryRaw<{ number: number }[]>`
    select nextval(pg_get_serial_sequence('incident', 'number'))::int as number`;
  if (!drawn) throw new Error('No number was drawn.');
  return drawn.number;
}
