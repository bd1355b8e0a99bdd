import { type Prisma } from './generated/client';

/** A value of plain data as Prisma takes it for a JSON column: an interface has no index signature to show it. */
export function inputJson(value: object): Prisma.InputJsonValue {
  return value;
}
