// A small world for tests of the rules: people, roles, services, and a way to act in it.
import { type Actor, system } from '../access/actor';
import { type EscalationPolicy, type Target, endings } from '../escalation/escalation-policy';
import { type IncidentFact, type NewIncidentFact, incidentStream, record } from '../facts';
import { type Instant, MINUTE, plus } from '../instant';
import { type Refusal, isRefusal } from '../refusal';
import { defaultRules } from '../severity/policy';
import { type SeverityRules } from '../severity/severity';
import { type Act, type ActContext, type Mentions, type Person, decide } from './act';
import { type ActDraft, type ActName, acts } from './acts';
import { decideDeclare, declareInput } from './declare';
import { evolve } from './evolve';
import { fire } from './fire';
import { type Incident } from './incident';
import { builtInRoles } from './roles';
import { type Timer, timersOf } from './timers';

export const start: Instant = '2026-11-21T03:00:00.000Z';
export const spans = { commanderAwayMs: 5 * MINUTE };

export const people: Person[] = [
  { id: 'ada', name: 'Ada', role: 'administrator', active: true },
  { id: 'bea', name: 'Bea', role: 'responder', active: true },
  { id: 'cy', name: 'Cy', role: 'responder', active: true },
  { id: 'di', name: 'Di', role: 'responder', active: true },
  { id: 'obi', name: 'Obi', role: 'observer', active: true },
  { id: 'gone', name: 'Gone', role: 'responder', active: false },
];

const services = [
  { id: 'payments', name: 'Payments' },
  { id: 'checkout', name: 'Checkout' },
];

/** Who is asked when cards fail. */
export const vendors = [{ id: 'stripe', name: 'Stripe' }];

const teams = [{ id: 'money', name: 'Money' }];
/** Payments has a policy, checkout none; one more for every ending, named like it. */
export const policies: EscalationPolicy[] = [
  {
    id: 'payments',
    name: 'Payments',
    repeats: 1,
    ending: 'call-owners',
    steps: [
      { targets: [{ kind: 'person', id: 'bea', name: 'Bea' }], waitMinutes: 5 },
      { targets: [{ kind: 'team', id: 'money', name: 'Money' }], waitMinutes: 5 },
    ],
  },
  ...endings.map((ending) => ({
    id: ending,
    name: ending,
    repeats: 0,
    ending,
    steps: [{ targets: [{ kind: 'person', id: 'bea', name: 'Bea' } as const], waitMinutes: 5 }],
  })),
];
const members: Record<string, string[]> = {
  bea: ['bea'],
  money: ['cy', 'di'],
  administrators: ['ada'],
  everyone: ['ada', 'bea', 'cy', 'di'],
};

export function personActor(id: string): Actor {
  const person = people.find((each) => each.id === id);
  if (!person) throw new Error(`nobody is called ${id}`);
  return { kind: 'person', id, name: person.name, role: person.role };
}

export const robot: Actor = { kind: 'token', id: 'token-1', name: 'deploy bot', role: 'responder' };

/** An incident with its facts and a clock that the test moves. */
export class Story {
  facts: IncidentFact[] = [];
  now: Instant = start;
  /** When whoever acknowledged a page was last in the room. */
  seenAt: Instant | null = null;
  /** Who may not answer a page any more. */
  excused = new Set<string>();
  private ids = 0;
  private state: Incident | null = null;

  constructor(
    draft: Record<string, unknown> = {},
    by: Actor = personActor('ada'),
    rules: SeverityRules = defaultRules,
  ) {
    const input = declareInput.parse({
      title: 'Card payments fail',
      severity: 'Critical',
      services: ['payments'],
      ...draft,
    });
    const policy = { version: 1, rules };
    const decided = decideDeclare(input, { ...this.context(by), policy, number: 42 });
    if (isRefusal(decided)) throw new Error(decided.message);
    this.keep(decided, by);
  }

  get incident(): Incident {
    if (!this.state) throw new Error('Nothing was declared yet.');
    return this.state;
  }

  context(actor: Actor): ActContext {
    this.ids += 1;
    return {
      actor,
      now: this.now,
      id: `id-${this.ids}`,
      people: new Map(people.map((person) => [person.id, person])),
      services: new Map(services.map((service) => [service.id, service])),
      roles: new Map(builtInRoles.map((role) => [role.key, role])),
      facts: new Map(this.facts.map((fact) => [fact.seq, fact])),
      files: new Map(),
      schedules: new Map(),
      teams: new Map(teams.map((team) => [team.id, team])),
      policies: new Map(policies.map((policy) => [policy.id, policy])),
      vendors: new Map(vendors.map((vendor) => [vendor.id, vendor])),
    };
  }

  /** What a decision is told: no more than the act mentions. */
  private knowing(mentions: Mentions, actor: Actor): ActContext {
    const all = this.context(actor);
    const only = <K, V>(known: ReadonlyMap<K, V>, keys: K[] = []) =>
      new Map([...known].filter(([key]) => keys.includes(key)));
    return {
      ...all,
      people: only(all.people, mentions.people),
      services: only(all.services, mentions.services),
      roles: mentions.roles ? all.roles : new Map(),
      teams: only(all.teams, mentions.teams),
      policies: only(all.policies, mentions.policies),
      vendors: only(all.vendors, mentions.vendors),
    };
  }

  /** Does an act, and answers with its facts or the refusal. */
  act<N extends ActName>(who: string | Actor, name: N, draft: ActDraft<N>): IncidentFact[] | Refusal {
    const actor = typeof who === 'string' ? personActor(who) : who;
    const act = acts[name] as unknown as Act<unknown>;
    const input = act.input.parse(draft);
    const decided = decide(act, this.incident, input, this.knowing(act.mentions?.(input, this.incident) ?? {}, actor));
    return isRefusal(decided) ? decided : this.keep(decided, actor);
  }

  /** Fires a page's timer before its moment, as when something happened to somebody whom it waits for. */
  lookAtPage(id: string): IncidentFact[] {
    return this.fire({ key: '', stream: '', kind: 'page', subject: id, dueAt: this.now });
  }

  /** Lets `minutes` pass and fires each timer at its moment; with `asleep` all at once at the end, as after a stop. */
  pass(minutes: number, asleep = false): IncidentFact[] {
    const until = plus(this.now, minutes * MINUTE);
    const fired: IncidentFact[] = [];
    for (let guard = 0; guard < 500; guard += 1) {
      const next = this.nextTimer();
      if (!next || next.dueAt > until) break;
      this.now = asleep || next.dueAt < this.now ? until : next.dueAt;
      fired.push(...this.fire(next));
    }
    this.now = until;
    return fired;
  }

  timers(): Timer[] {
    return timersOf(this.incident, spans).filter(({ kind }) => kind !== 'commander-away');
  }

  private nextTimer(): Timer | undefined {
    return this.timers().sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1))[0];
  }

  private fire(timer: Timer): IncidentFact[] {
    const firing = {
      now: this.now,
      spans,
      digest: { since: start, lines: [] },
      commanderSeenAt: this.now,
      acknowledgerSeenAt: this.seenAt,
      policies: this.incident.services.map((service) => ({
        service,
        policy: policies.find(({ id }) => id === service.id) ?? null,
      })),
      resolve: ({ id }: Target) =>
        people
          .filter((person) => (members[id] ?? [id]).includes(person.id) && !this.excused.has(person.id))
          .map((person) => ({ id: person.id, name: person.name })),
      mayAnswer: (id: string) => !this.excused.has(id),
      newId: () => `page-${(this.ids += 1)}`,
    };
    return this.keep(fire(this.incident, timer, firing).facts, system);
  }

  private keep(decided: readonly NewIncidentFact[], actor: Actor): IncidentFact[] {
    const place = { stream: incidentStream(42), seq: this.facts.length, actor, now: this.now };
    const facts = record(decided, place);
    this.facts.push(...facts);
    this.state = facts.reduce<Incident | null>(evolve, this.state);
    return facts;
  }
}

export function kindsOf(facts: IncidentFact[] | Refusal): string[] {
  return isRefusal(facts) ? [`refused: ${facts.refusal}`] : facts.map(({ kind }) => kind);
}
