// Plays a story in the past: the real acts decide, the real timers fire, and only the time is made up.
import { randomUUID } from 'node:crypto';
import { type Actor, type PersonRef, system } from '@/lib/core/access/actor';
import { mayAct, maySee } from '@/lib/core/access/may';
import { type EscalationPolicy, type Target } from '@/lib/core/escalation/escalation-policy';
import { type IncidentFact, type NewIncidentFact, incidentStream, record } from '@/lib/core/facts';
import { type Act, type ActContext, type Person, decide } from '@/lib/core/incident/act';
import { acts } from '@/lib/core/incident/acts';
import { decideDeclare, declareInput } from '@/lib/core/incident/declare';
import { digestOf } from '@/lib/core/incident/digest';
import { evolve } from '@/lib/core/incident/evolve';
import { fire } from '@/lib/core/incident/fire';
import { type Incident } from '@/lib/core/incident/incident';
import { type RoleKind } from '@/lib/core/incident/roles';
import { timersOf } from '@/lib/core/incident/timers';
import { type Instant, MINUTE, plus } from '@/lib/core/instant';
import { type Schedule, onCallAt } from '@/lib/core/oncall/schedule';
import { type Refusal, isRefusal } from '@/lib/core/refusal';
import { type SeverityPolicy } from '@/lib/core/severity/severity';
import { crewOf, nextPagedAct } from './answer-page';
import { type Who, actorOf, everyone, idOf, people } from './company/people';
import { type Refs, resolveDraft } from './resolve-draft';
import { type Step, type Story } from './story';

/** What the sample company has. */
export interface World {
  services: { id: string; name: string; policyId: string | null }[];
  roles: RoleKind[];
  policy: SeverityPolicy;
  /** Escalation policies and schedules by id. */
  policies: ReadonlyMap<string, EscalationPolicy>;
  schedules: ReadonlyMap<string, Schedule>;
  teams: { teamId: string; personId: string }[];
}

export interface Rehearsal {
  facts: IncidentFact[];
  refs: Refs;
  /** How many steps were played: those up to `until`. */
  played: number;
  refusals: { step: Step; refusal: Refusal }[];
}

/** Everybody is in the room all the time, so nobody is flagged as away. */
const spans = { commanderAwayMs: 365 * 24 * 60 * MINUTE };

/** The facts of a story declared at `declaredAt`, with every step and timer up to `until`. */
export function rehearse(
  story: Story,
  world: World,
  when: { number: number; declaredAt: Instant; until: Instant },
): Rehearsal {
  const stage = new Stage(world, when.number, crewOf(story));
  stage.declare(story, when.declaredAt);
  let played = 0;
  for (const step of story.steps) {
    const at = plus(when.declaredAt, step.minute * MINUTE);
    if (at > when.until) break;
    stage.passTo(at);
    stage.play(step, at);
    played += 1;
  }
  stage.passTo(when.until);
  return { facts: stage.facts, refs: stage.refs, played, refusals: stage.refusals };
}

class Stage {
  readonly facts: IncidentFact[] = [];
  readonly refs: Refs = {};
  readonly refusals: Rehearsal['refusals'] = [];
  private incident: Incident | null = null;

  constructor(
    private readonly world: World,
    private readonly number: number,
    private readonly crew: ReadonlySet<Who>,
  ) {}

  declare({ declaredBy, declaration, startedMinutesBefore = 0 }: Story, now: Instant): void {
    const actor = actorOf(declaredBy);
    const startedAt = plus(now, -startedMinutesBefore * MINUTE);
    const services = (declaration.services ?? []).map((name) => this.serviceId(name));
    const draft = resolveDraft({ ...declaration, services, startedAt }, {}, now)?.draft;
    const { policy } = this.world;
    const context = { ...this.context(actor, now), number: this.number, policy };
    const decided = decideDeclare(declareInput.parse(draft), context);
    if (isRefusal(decided)) throw new Error(`A sample incident was refused: ${decided.message}`);
    this.record(decided, actor, now);
  }

  play(step: Step, now: Instant): void {
    const resolved = resolveDraft(step.draft, this.refs, now);
    const act = acts[step.act] as unknown as Act<unknown>;
    if (!resolved || !this.incident) return;
    const actor = actorOf(step.who);
    const decided = decide(act, this.incident, act.input.parse(resolved.draft), this.context(actor, now));
    if (isRefusal(decided)) {
      this.refusals.push({ step, refusal: decided });
      return;
    }
    const [first] = this.record(decided, actor, now);
    if (step.as && first && 'id' in first.data) this.refs[step.as] = first.data.id;
  }

  /** Lets time pass: whatever falls due before `now` happens at its own moment, and whoever is paged answers. */
  passTo(now: Instant): void {
    for (;;) {
      if (!this.incident) return;
      const [next] = timersOf(this.incident, spans)
        .filter(({ dueAt }) => dueAt <= now)
        .sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1));
      const paged = nextPagedAct(this.incident, this.crew);
      if (paged && paged.at <= now && (!next || paged.at < next.dueAt)) {
        this.play({ minute: 0, ...paged }, paged.at);
        continue;
      }
      if (!next) return;
      const digest = digestOf(this.facts, this.incident.cadence.base);
      const { facts } = fire(this.incident, next, {
        now: next.dueAt,
        spans,
        digest,
        commanderSeenAt: next.dueAt,
        acknowledgerSeenAt: null,
        policies: this.incident.services.map((service) => ({ service, policy: this.policyOf(service.id) })),
        resolve: (target) => this.resolve(target, next.dueAt),
        mayAnswer: () => true,
        newId: randomUUID,
      });
      if (facts.length === 0) throw new Error(`The timer ${next.key} of a sample incident came to nothing.`);
      this.record(facts, system, next.dueAt);
    }
  }

  private record(facts: NewIncidentFact[], actor: Actor, now: Instant): IncidentFact[] {
    const { kind, id, name } = actor;
    const place = { stream: incidentStream(this.number), seq: this.facts.length, actor: { kind, id, name }, now };
    const recorded = record(facts, place);
    this.facts.push(...recorded);
    this.incident = recorded.reduce<Incident | null>(evolve, this.incident);
    return recorded;
  }

  private context(actor: Actor, now: Instant): ActContext {
    return {
      actor,
      now,
      id: randomUUID(),
      people: new Map(
        everyone.map((who): [string, Person] => [idOf(who), { ...people[who], id: idOf(who), active: true }]),
      ),
      services: new Map(this.world.services.map((service) => [service.id, service])),
      roles: new Map(this.world.roles.map((role) => [role.key, role])),
      facts: new Map(this.facts.map((fact) => [fact.seq, fact])),
      schedules: new Map(),
      teams: new Map(),
      policies: new Map(),
      vendors: new Map(),
      files: new Map(),
    };
  }

  private policyOf(serviceId: string): EscalationPolicy | null {
    const service = this.world.services.find(({ id }) => id === serviceId);
    return this.world.policies.get(service?.policyId ?? '') ?? null;
  }

  private resolve(target: Target, now: Instant): PersonRef[] {
    const { incident } = this;
    return everyone
      .map((who) => ({ ...people[who], kind: 'person' as const, id: idOf(who) }))
      .filter((person) => mayAct(person) && incident !== null && maySee(person, incident))
      .filter(({ id, role }) => this.isMeant(target, id, role === 'administrator', now))
      .map(({ id, name }) => ({ id, name }));
  }

  private isMeant({ kind, id }: Target, personId: string, administers: boolean, now: Instant): boolean {
    switch (kind) {
      case 'person':
        return id === personId;
      case 'schedule': {
        const schedule = this.world.schedules.get(id);
        return schedule !== undefined && onCallAt(schedule, now)?.id === personId;
      }
      case 'team':
        return this.world.teams.some((member) => member.teamId === id && member.personId === personId);
      case 'vendor':
        return false;
      case 'administrators':
        return administers;
      case 'everyone':
        return true;
      default:
        return kind satisfies never;
    }
  }

  private serviceId(name: string): string {
    return this.world.services.find((service) => service.name === name)?.id ?? name;
  }
}
