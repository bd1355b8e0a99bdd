// Whom an incident pages by itself: each escalation policy of its services once, everyone where the severity says so.
import { type Resolve, advance } from '../escalation/advance';
import { type EscalationPolicy, administratorsPolicy, everyonePolicy } from '../escalation/escalation-policy';
import { evolvePage } from '../escalation/evolve-page';
import { type NewPageFact, type Page, type PageFacts } from '../escalation/page';
import { type PersonRef, refOf, system } from '../access/actor';
import { type NewIncidentFact } from '../facts';
import { type Instant } from '../instant';
import { type Paged, type Severity, pagedUnder, silentMinutesUnder } from '../severity/severity';
import { type Incident, type ServiceRef, commanderOf } from './incident';
import { isOpen } from './phases';

/** A service of the incident and the escalation policy that stands for it, or null for none. */
export interface ServicePolicy {
  service: ServiceRef;
  policy: EscalationPolicy | null;
}

interface Deciding {
  now: Instant;
  policies: readonly ServicePolicy[];
  resolve: Resolve;
  newId: () => string;
}

/** Starts what is to be paged and is not, and calls its first step: nothing when this was settled, or nobody is to be paged. */
export function decidePaging(incident: Incident, { now, policies, resolve, newId }: Deciding): NewIncidentFact[] {
  if (!isOpen(incident.phase) || incident.pagingDueAt === null || incident.pagingDueAt > now) return [];
  const { severity, title } = incident;
  const rule = incident.policy.rules[severity];
  const paged = pagedUnder(rule);
  const none = paged === 'policies' ? policies.flatMap(({ service, policy }) => (policy ? [] : [service])) : [];
  const wanted = wantedPolicies(paged, policies);
  const running = new Set(
    incident.pages.filter(({ state }) => state !== 'ended').flatMap(({ policy }) => policy?.id ?? []),
  );
  const starting = wanted.filter(({ id }) => !running.has(id));
  const refs = starting.map(({ id, name }) => ({ id, name }));
  return [
    { kind: 'paging.decided', data: { severity, paged, policies: refs, none } },
    ...starting.flatMap(({ id, name, steps, repeats, ending }) =>
      startPage(
        {
          id: newId(),
          about: `${severity}: ${title}`,
          policy: { id, name },
          steps,
          repeats,
          ending,
          silentMinutes: silentMinutesUnder(rule),
        },
        now,
        resolve,
      ),
    ),
  ];
}

/** The pages that call this person and that nobody has acknowledged. */
export function pagesCalling(incident: Incident, personId: string): Page[] {
  return incident.pages.filter(
    ({ state, called }) => state === 'calling' && called.some(({ person }) => person.id === personId),
  );
}

/** What a page still asks: that `person` answers it, or, with null, that its owners look after it, since nobody did. */
export interface Asked {
  page: string;
  person: string | null;
}

/** Whom each page still asks, while nobody acknowledged it: who was called and has said nothing, and owners where nobody is left. */
export function askedOf({ phase, pages }: Pick<Incident, 'phase' | 'pages'>): Asked[] {
  if (!isOpen(phase)) return [];
  return pages
    .filter(isUnanswered)
    .flatMap(({ id, state, called }) => [
      ...called.filter(({ answer }) => answer === null).map(({ person }) => ({ page: id, person: person.id })),
      ...(state === 'unanswered' ? [{ page: id, person: null }] : []),
    ]);
}

/** Whether nobody has acknowledged it, and nobody ended it. */
export function isUnanswered({ state }: Pick<Page, 'state'>): boolean {
  return state === 'calling' || state === 'unanswered';
}

/** Pages that nobody has acknowledged: who was called and has not said that they cannot. `unanswered`: nobody is left to call. */
export interface Paging {
  state: 'calling' | 'unanswered';
  people: PersonRef[];
}

/** What of this incident's paging is still unanswered, or null. */
export function pagingOf({ pages }: Pick<Incident, 'pages'>): Paging | null {
  const open = pages.filter(isUnanswered);
  if (open.length === 0) return null;
  const people = new Map(
    open.flatMap(({ called }) =>
      called.filter(({ answer }) => answer === null).map(({ person }) => [person.id, person]),
    ),
  );
  return {
    state: open.some(({ state }) => state === 'calling') ? 'calling' : 'unanswered',
    people: [...people.values()],
  };
}

/** A call that stands before a person, wherever they look: answer it, or, having taken it where nobody commands, take command. */
export interface Call {
  incident: number;
  title: string;
  severity: Severity;
  page: string;
  about: string;
  at: Instant;
  asks: 'answer' | 'command';
}

/** What calls this person out of this incident, the newest first. */
export function callsTo(incident: Incident, personId: string): Call[] {
  if (!isOpen(incident.phase)) return [];
  const { number, title, severity } = incident;
  const commanded = commanderOf(incident) !== null;
  return incident.pages
    .flatMap(({ id, about, state, called, acknowledgedBy, acknowledgedAt }): Call[] => {
      const call = { incident: number, title, severity, page: id, about };
      const mine = called.findLast(({ person }) => person.id === personId);
      const open = isUnanswered({ state });
      if (open && mine && mine.answer === null) return [{ ...call, at: mine.at, asks: 'answer' }];
      if (state !== 'acknowledged' || acknowledgedBy?.id !== personId || commanded || !acknowledgedAt) return [];
      return [{ ...call, at: acknowledgedAt, asks: 'command' }];
    })
    .reverse();
}

/** The escalation policies by which an incident about these services pages. */
export function wantedPolicies(paged: Paged, policies: readonly ServicePolicy[]): EscalationPolicy[] {
  if (paged === 'nobody') return [];
  if (paged === 'everyone') return [everyonePolicy];
  const found = new Map(policies.flatMap(({ policy }) => (policy ? [[policy.id, policy] as const] : [])));
  const uncovered = found.size === 0 || policies.some(({ policy }) => policy === null);
  return [...found.values(), ...(uncovered ? [administratorsPolicy] : [])];
}

function startPage(data: PageFacts['page.started'], now: Instant, resolve: Resolve): NewPageFact[] {
  const started = { kind: 'page.started', data } as const;
  const page = evolvePage(null, { ...started, actor: refOf(system), at: now });
  return page ? [started, ...advance(page, now, resolve)] : [started];
}
