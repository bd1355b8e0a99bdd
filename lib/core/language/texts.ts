// Everything that Quarterdeck itself says outside the app; what people typed stays as they typed it.
import { type IncidentFact, type IncidentFactKind } from '../facts';
import { type Silence } from '../notification/silence';
import { type Severity } from '../severity/severity';

/** Facts that somebody is told of while the app is closed. */
export const outwardKinds = [
  'incident.declared',
  'severity.changed',
  'services.changed',
  'access.changed',
  'role.assigned',
  'role.relieved',
  'subteam.formed',
  'subteam.changed',
  'task.assigned',
  'task.reassigned',
  'task.came-back',
  'handover.offered',
  'cadence.overdue',
  'command.overdue',
  'commander.away',
  'page.offered-on',
  'page.unanswered',
  'vendor.chase-due',
  'help.asked',
] as const satisfies readonly IncidentFactKind[];

export type OutwardFact = Extract<IncidentFact, { kind: (typeof outwardKinds)[number] }>;

export function isOutward(fact: IncidentFact): fact is OutwardFact {
  return (outwardKinds as readonly string[]).includes(fact.kind);
}

/** One language. Times come as words already, in the reader's zone. */
export interface Texts {
  severity: Record<Severity, string>;
  /** A fact as one sentence. */
  happened: (fact: OutwardFact) => string;
  page: {
    asks: string;
    unanswered: string;
    services: (of: { names: string[] }) => string;
    since: (of: { when: string }) => string;
  };
  secret: { title: (of: { number: number }) => string; news: string };
  acts: { acknowledge: string; cannot: string; openIn: string; open: string; openRoom: string };
  /** How a text message is answered. */
  reply: string;
  voice: { intro: string; incident: (of: { number: string }) => string; press: string; noKey: string; unclear: string };
  /** What is answered to an answer. */
  answered: { acknowledged: string; declined: string; none: string; used: string; expired: string; over: string };
  link: {
    paged: (of: { name: string; when: string }) => string;
    explains: string;
    acknowledged: string;
    byOther: (of: { name: string }) => string;
    declined: string;
  };
  pushed: { acknowledged: string };
  code: { title: string; body: (of: { code: string; minutes: number }) => string };
  test: { title: string; body: (of: { name: string }) => string };
  /** Told to administrators while pages may not reach anybody, and when they do again. `span` is such as `7 min`. */
  outage: {
    title: string;
    silent: Record<Silence, string>;
    body: (of: { why: string; when: string }) => string;
    backTitle: string;
    back: (of: { span: string; when: string }) => string;
  };
  gone: { title: (of: { way: string }) => string; browser: string; address: string };
  rota: {
    title: (of: { schedule: string }) => string;
    soon: (of: { when: string }) => string;
    offered: (of: { offerer: string; shift: string; back: string | null; note: string }) => string;
    taken: (of: { by: string; shift: string; back: string | null }) => string;
    declined: (of: { by: string; shift: string }) => string;
  };
}
