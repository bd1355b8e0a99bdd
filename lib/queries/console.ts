import { type Actor } from '@/lib/core/access/actor';
import { type Instant } from '@/lib/core/instant';
import { type Severity, type SeverityRules, severities } from '@/lib/core/severity/severity';
import { readClock } from '@/lib/store/clock';
import { currentPolicy } from '@/lib/store/policy';
import { type Call } from '@/lib/core/incident/paging';
import { readCalls } from './calls';
import { countUnread } from './notices';

/** What stands around every screen: the clock it counts by, unread notices, what pages call the reader, and the sentences to choose a severity by. */
export interface ConsoleView {
  now: Instant;
  unread: number;
  calls: Call[];
  meanings: Record<Severity, string>;
}

export async function readConsole(actor: Actor): Promise<ConsoleView> {
  const [now, unread, calls, policy] = await Promise.all([
    readClock(),
    countUnread(actor),
    readCalls(actor),
    currentPolicy(),
  ]);
  return { now, unread, calls, meanings: meaningsOf(policy.rules) };
}

function meaningsOf(rules: SeverityRules): Record<Severity, string> {
  const sentences = severities.map((severity) => [severity, rules[severity].meaning]);
  return Object.fromEntries(sentences) as Record<Severity, string>;
}
