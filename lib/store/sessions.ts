import { type Unit } from './transact';
import { personStream } from './people';

/** Ends a person's sessions, all or all but one, and has their sockets looked at again. Answers with how many ended. */
export async function endSessions(unit: Unit, userId: string, { except = '' } = {}): Promise<number> {
  const { count } = await unit.tx.session.deleteMany({ where: { userId, id: { not: except } } });
  ringAccess(unit, personStream(userId));
  return count;
}

/** Has the live server judge anew what the sockets of a person (`person:<id>`) or a token (`token:<id>`) may see. */
export function ringAccess({ bells }: Unit, stream: string): void {
  bells.push({ access: stream });
}
