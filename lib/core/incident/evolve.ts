// What is true after a fact, given what was true before: total over every kind, pure, and the same here and in browsers.
import { type PersonRef } from '../access/actor';
import { type FactOf, type IncidentFact } from '../facts';
import { MINUTE, plus } from '../instant';
import { evolveCases } from '../vendor/evolve-case';
import { startCadence } from './cadence';
import { ended, held, moved, pagingDue, phaseChanged, severityChanged, updatePosted, without } from './evolve-clocks';
import { listening, paged } from './evolve-pages';
import { pagedUnder } from '../severity/severity';
import { type Decision, type Incident, type Subteam, type Task } from './incident';

/** @throws when the first fact of a stream is not its declaration: a broken stream, never a user's doing. */
export function evolve(before: Incident | null, fact: IncidentFact): Incident {
  if (before === null) {
    if (fact.kind !== 'incident.declared') throw new Error(`${fact.stream} begins with ${fact.kind}`);
    return counted(declared(fact), fact);
  }
  return counted(listening(changed(before, fact), fact), fact);
}

/** Replays a stream from its beginning. */
export function replay(facts: readonly IncidentFact[]): Incident | null {
  return facts.reduce<Incident | null>(evolve, null);
}

function counted(incident: Incident, fact: IncidentFact): Incident {
  const counts = { ...incident.counts, [fact.kind]: (incident.counts[fact.kind] ?? 0) + 1 };
  return { ...incident, seq: fact.seq, counts };
}

function declared({ data, actor, recordedAt }: FactOf<'incident.declared'>): Incident {
  const rule = data.policy.rules[data.severity];
  return {
    ...data,
    seq: 0,
    phase: 'triage',
    phaseSince: recordedAt,
    declaredAt: recordedAt,
    declaredBy: actor,
    endedAt: null,
    endedBy: null,
    been: ['triage'],
    mergedInto: null,
    absorbed: [],
    commandBase: recordedAt,
    commandDueAt: plus(recordedAt, rule.responseMinutes * MINUTE),
    commandOverdueAt: null,
    commanderAwaySince: null,
    pagingDueAt: pagedUnder(rule) === 'nobody' ? null : recordedAt,
    pages: [],
    vendors: [],
    roles: {},
    handovers: {},
    responders: {},
    subteams: [],
    tasks: [],
    decisions: [],
    update: null,
    cadence: startCadence(recordedAt, rule.cadenceMinutes),
    pins: [],
    counts: {},
  };
}

function changed(incident: Incident, fact: IncidentFact): Incident {
  switch (fact.kind) {
    case 'incident.declared':
      throw new Error(`${fact.stream} was declared twice`);
    case 'incident.retitled':
      return { ...incident, title: fact.data.title, summary: fact.data.summary };
    case 'services.changed': {
      const gone = new Set([...fact.data.removed, ...fact.data.added].map((service) => service.id));
      const services = [...incident.services.filter(({ id }) => !gone.has(id)), ...fact.data.added];
      return { ...(fact.data.added.length > 0 ? pagingDue(incident, fact.recordedAt) : incident), services };
    }
    case 'access.changed':
      return { ...incident, private: fact.data.private, visibleTo: fact.data.visibleTo };
    case 'incident.merged':
      return {
        ...ended(moved(incident, 'merged', fact.recordedAt), fact),
        mergedInto: fact.data.into,
      };
    case 'incident.absorbed':
      return { ...incident, absorbed: [...incident.absorbed, fact.data.number] };
    case 'phase.changed':
      return phaseChanged(incident, fact);
    case 'severity.changed':
      return severityChanged(incident, fact);
    case 'command.overdue':
      return { ...incident, commandOverdueAt: fact.data.dueAt };
    case 'paging.decided':
      return { ...incident, pagingDueAt: null };
    case 'page.started':
    case 'page.called':
    case 'page.skipped':
    case 'page.acknowledged':
    case 'page.declined':
    case 'page.excused':
    case 'page.unanswered':
    case 'page.silent':
    case 'page.withdrawn':
    case 'page.offered-on':
      return paged(incident, fact);
    case 'vendor.contacted':
    case 'vendor.answered':
    case 'vendor.chase-due':
    case 'vendor.given-up':
      return { ...incident, vendors: evolveCases(incident.vendors, fact) };
    case 'commander.away':
      return { ...incident, commanderAwaySince: fact.data.lastSeenAt };
    case 'commander.returned':
      return { ...incident, commanderAwaySince: null };
    case 'role.taken':
    case 'role.assigned':
      return held(incident, fact.data.role, fact.data.person, fact.recordedAt);
    case 'role.relieved':
    case 'handover.accepted':
      return held(incident, fact.data.role, fact.data.to, fact.recordedAt);
    case 'role.released':
      return {
        ...incident,
        roles: without(incident.roles, fact.data.role.key),
        handovers: without(incident.handovers, fact.data.role.key),
      };
    case 'handover.offered': {
      const { id, role, from, to, brief, expiresAt } = fact.data;
      const handover = { id, role, from, to, brief, offeredAt: fact.recordedAt, expiresAt };
      return { ...incident, handovers: { ...incident.handovers, [role.key]: handover } };
    }
    case 'handover.declined':
    case 'handover.withdrawn':
    case 'handover.expired':
      return { ...incident, handovers: without(incident.handovers, fact.data.role.key) };
    case 'responder.joined':
      return { ...incident, responders: { ...incident.responders, [fact.data.person.id]: fact.data.person } };
    case 'responder.left': {
      const { person } = fact.data;
      const responders = without(incident.responders, person.id);
      return { ...incident, responders, subteams: withoutMembers(incident.subteams, [person]) };
    }
    case 'subteam.formed': {
      const { id, name, lead, members } = fact.data;
      return { ...incident, subteams: [...withoutMembers(incident.subteams, members), { id, name, lead, members }] };
    }
    case 'subteam.changed': {
      const { id, name, lead, members } = fact.data;
      const subteams = withoutMembers(incident.subteams, [lead, ...members]);
      return { ...incident, subteams: subteams.map((team) => (team.id === id ? { id, name, lead, members } : team)) };
    }
    case 'subteam.dissolved':
      return { ...incident, subteams: incident.subteams.filter((team) => team.id !== fact.data.id) };
    case 'task.assigned': {
      const { id, title, assignee, dueAt } = fact.data;
      const task: Task = {
        id,
        title,
        assignee,
        assigner: fact.actor,
        state: 'given',
        dueAt,
        readBack: null,
        result: null,
        endedAt: null,
      };
      return { ...incident, tasks: [...incident.tasks, task] };
    }
    case 'task.understood':
      return task(incident, fact.data.id, { state: 'understood', readBack: fact.data.readBack });
    case 'task.done':
      return task(incident, fact.data.id, { state: 'done', result: fact.data.result, endedAt: fact.recordedAt });
    case 'task.came-back':
      return task(incident, fact.data.id, { state: 'back' });
    case 'task.extended':
      return task(incident, fact.data.id, { state: 'given', dueAt: fact.data.dueAt });
    case 'task.reassigned':
      return task(incident, fact.data.id, {
        state: 'given',
        assignee: fact.data.to,
        assigner: fact.actor,
        dueAt: fact.data.dueAt,
        readBack: null,
      });
    case 'task.cancelled':
      return task(incident, fact.data.id, { state: 'cancelled', result: fact.data.reason, endedAt: fact.recordedAt });
    case 'decision.proposed': {
      const { id, text, closesAt } = fact.data;
      const proposed: Decision = {
        id,
        text,
        by: fact.actor,
        proposedAt: fact.recordedAt,
        closesAt,
        state: 'proposed',
        objections: [],
      };
      return { ...incident, decisions: [...incident.decisions, proposed] };
    }
    case 'decision.objected':
      return decision(incident, fact.data.id, (old) => ({
        objections: [...old.objections, { by: fact.actor, reason: fact.data.reason }],
      }));
    case 'decision.withdrawn':
      return decision(incident, fact.data.id, () => ({ state: 'withdrawn' }));
    case 'decision.recorded':
      return decision(incident, fact.data.id, () => ({ state: 'recorded' }));
    case 'update.posted':
      return updatePosted(incident, fact);
    case 'cadence.due':
      return { ...incident, cadence: { ...incident.cadence, reached: 'due' } };
    case 'cadence.overdue':
      return { ...incident, cadence: { ...incident.cadence, reached: fact.data.level } };
    case 'cadence.snoozed':
      return { ...incident, cadence: { ...incident.cadence, dueAt: fact.data.until, reached: null, snoozed: true } };
    case 'fact.pinned':
      return { ...incident, pins: [...incident.pins.filter((seq) => seq !== fact.data.seq), fact.data.seq] };
    case 'fact.unpinned':
      return { ...incident, pins: incident.pins.filter((seq) => seq !== fact.data.seq) };
    case 'help.asked':
    case 'note.added':
    case 'note.corrected':
      return incident;
    default:
      return fact satisfies never;
  }
}

function withoutMembers(subteams: readonly Subteam[], people: readonly PersonRef[]): Subteam[] {
  const gone = new Set(people.map(({ id }) => id));
  return subteams.map((team) => ({ ...team, members: team.members.filter(({ id }) => !gone.has(id)) }));
}

function task(incident: Incident, id: string, change: Partial<Task>): Incident {
  return { ...incident, tasks: incident.tasks.map((old) => (old.id === id ? { ...old, ...change } : old)) };
}

function decision(incident: Incident, id: string, change: (old: Decision) => Partial<Decision>): Incident {
  return {
    ...incident,
    decisions: incident.decisions.map((old) => (old.id === id ? { ...old, ...change(old) } : old)),
  };
}
