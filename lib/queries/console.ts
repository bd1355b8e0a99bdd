import { type Actor } from '@/lib/core/access/actor';
import { type Instant } from '@/lib/core/instant';
import { type Severity, type SeverityRules, severities } from '@/lib/core/severity/severity';
import { readClock } from '@/lib/store/clock';
import { readOutage } from '@/lib/store/outage';
import { currentPolicy } from '@/lib/store/policy';
import { type PagingOut } from '@/lib/core/notification/silence';
import { type Call } from '@/lib/core/incident/paging';
import { readCalls } from './calls';
import { countUnread } from './notices';

/** What stands around every screen: the clock it counts by, unread notices, what pages call the reader, whether paging is out, and the sentences to choose a severity by. */
export interface ConsoleView {
  now: Instant;
  unread: number;
  calls: Call[];
  /** While pages may not reach anybody. */
  pagingOut: PagingOut | null;
  meanings: Record<Severity, string>;
}

export async function readConsole(actor: Actor): Promise<ConsoleView> {
  const [now, unread, calls, pagingOut, policy] = await Promise.all([
    readClock(),
    countUnread(actor),
    readCalls(actor),
    readOutage(),
    currentPolicy(),
  ]);
  return { now, unread, calls, pagingOut, meanings: meaningsOf(policy.rules) };
}

function meaningsOf(rules: SeverityRules): Record<Severity, string> {
  const sentences = severities.map((severity) => [severity, rules[severity].meaning]);
  return Object.fromEntries(sentences) as Record<Severity, string>;
}
