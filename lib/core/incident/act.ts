import { z } from 'zod';
import { type Actor, type PersonRef, type PersonRole } from '../access/actor';
import { mayAct, maySee } from '../access/may';
import { largestCount } from '../count';
import { type EscalationPolicy } from '../escalation/escalation-policy';
import { type Via } from '../escalation/page';
import { type IncidentFact, type NewIncidentFact, incidentStream, record } from '../facts';
import { type Attachment } from '../facts/incident';
import { type Instant, isInstant } from '../instant';
import { type Refusal, isRefusal, refuse } from '../refusal';
import { isVisible, oneLine } from '../text';
import { evolve } from './evolve';
import { type Incident, type ServiceRef } from './incident';
import { isOpen } from './phases';
import { type RoleKind } from './roles';

export interface Person extends PersonRef {
  role: PersonRole;
  active: boolean;
}

/** What a decision may know beside the incident: loaded before, so that deciding stays pure. */
export interface ActContext {
  actor: Actor;
  now: Instant;
  /** A fresh id for what the act creates. */
  id: string;
  /** How an answer to a page came in. */
  via?: Via;
  people: ReadonlyMap<string, Person>;
  services: ReadonlyMap<string, ServiceRef>;
  roles: ReadonlyMap<string, RoleKind>;
  facts: ReadonlyMap<number, IncidentFact>;
  /** Evidence kept for this incident. */
  files: ReadonlyMap<string, Attachment>;
  schedules: ReadonlyMap<string, NamedRef>;
  teams: ReadonlyMap<string, NamedRef>;
  policies: ReadonlyMap<string, EscalationPolicy>;
  vendors: ReadonlyMap<string, NamedRef>;
}

export interface NamedRef {
  id: string;
  name: string;
}

/**
 * What the decision needs beside the incident and must be loaded: ids of people, services, schedules, teams, vendors and
 * escalation policies, numbers of facts (with their last correction), `roles` for the roles of command in force, ids of evidence.
 */
export interface Mentions {
  people?: string[];
  services?: string[];
  facts?: number[];
  roles?: boolean;
  files?: string[];
  schedules?: string[];
  teams?: string[];
  policies?: string[];
  vendors?: string[];
}

/**
 * One verb: its input, what it mentions, and the pure decision. `afterEnd`: also when the incident has ended;
 * `peopleOnly`: a machine cannot do it.
 */
export interface Act<Input, Draft = unknown> {
  name: string;
  input: z.ZodType<Input, Draft>;
  afterEnd?: boolean;
  peopleOnly?: boolean;
  mentions?: (input: Input, incident: Incident) => Mentions;
  decide: (incident: Incident, input: Input, context: ActContext) => NewIncidentFact[] | Refusal;
}

export function defineAct<Input, Draft>(act: Act<Input, Draft>): Act<Input, Draft> {
  return act;
}

/** The rules every act shares, then its own. Unseen incidents are "not found", so that their existence does not leak. */
export function decide<Input>(
  act: Act<Input>,
  incident: Incident,
  input: Input,
  context: ActContext,
): NewIncidentFact[] | Refusal {
  if (!maySee(context.actor, incident)) return refuse('not-found', 'There is no such incident.');
  if (!mayAct(context.actor)) return refuse('not-allowed', 'Observers read everything and change nothing.');
  if (act.peopleOnly && context.actor.kind !== 'person') {
    return refuse('not-allowed', 'Only a person can do this, not a token.');
  }
  if (!act.afterEnd && !isOpen(incident.phase)) {
    return refuse('illegal-move', `INC-${incident.number} is ${incident.phase}. Reopen it first.`);
  }
  return act.decide(incident, input, context);
}

/** The incident as it will be once `facts` are recorded. */
export function after(incident: Incident, facts: readonly NewIncidentFact[], context: ActContext): Incident {
  const place = { stream: incidentStream(incident.number), seq: incident.seq, actor: context.actor, now: context.now };
  return record(facts, place).reduce<Incident>(evolve, incident);
}

/** A responder who can be given work here: active, no observer, and allowed to see the incident. */
export function assignable(incident: Incident, id: string, context: ActContext): PersonRef | Refusal {
  const person = context.people.get(id);
  if (!person || !person.active) return refuse('not-found', 'There is no such person.');
  if (!mayAct(person)) return refuse('not-allowed', `${person.name} is an observer and cannot take part.`);
  if (!maySee({ kind: 'person', id, role: person.role }, incident)) {
    return refuse('not-allowed', `${person.name} cannot see this private incident. Add them to it first.`);
  }
  return { id: person.id, name: person.name };
}

export function selfOf({ actor }: ActContext): PersonRef {
  return { id: actor.id, name: actor.name };
}

/** Decides one thing after another on the state that the former leaves. */
export function inTurn(
  incident: Incident,
  context: ActContext,
  steps: ((now: Incident) => NewIncidentFact[] | Refusal)[],
): NewIncidentFact[] | Refusal {
  const facts: NewIncidentFact[] = [];
  for (const step of steps) {
    const more = step(after(incident, facts, context));
    if (isRefusal(more)) return more;
    facts.push(...more);
  }
  return facts;
}

const empty = 'Say something here.';
export const sentence = (max: number) => z.string().trim().min(1, empty).max(max).refine(isVisible, empty);
/** A title or a name. */
export const line = (max: number) =>
  z.string().overwrite(oneLine).trim().min(1, empty).max(max).refine(isVisible, empty);
export const optionalReason = z
  .string()
  .trim()
  .max(1_000)
  .nullish()
  .transform((text) => text || null);
/** Ids are keys of plain objects: what every object has (`constructor`) names nothing. */
export const idSchema = z
  .string()
  .min(1)
  .max(100)
  .refine((id) => !(id in {}), 'There is nothing of this name.');
/** The number of an incident or of a fact. */
export const countSchema = z.number().int().min(1).max(largestCount);
export const instantSchema = z.iso
  .datetime({ offset: true })
  .transform((text) => new Date(text).toISOString())
  .refine(isInstant, 'This is too far away.');
