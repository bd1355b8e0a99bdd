// What a change of phase, severity, word or command does to the clocks of an incident.
import { type PersonRef } from '../access/actor';
import { endedPage } from '../escalation/evolve-page';
import { type FactOf, type IncidentFact } from '../facts';
import { type Instant, MINUTE, plus } from '../instant';
import { restingCase } from '../vendor/evolve-case';
import { answered, replanned, resumed, stopped } from './cadence';
import { type Incident, type RoleRef, cadenceMinutesOf, commanderKey } from './incident';
import { isRaise, pagedUnder } from '../severity/severity';
import { type Phase, isOpen } from './phases';

export function phaseChanged(incident: Incident, fact: FactOf<'phase.changed'>): Incident {
  const { data, recordedAt } = fact;
  const next = moved(incident, data.to, recordedAt);
  if (isOpen(data.from) && !isOpen(data.to)) return ended(next, fact);
  if (isOpen(data.from) || !isOpen(data.to)) return next;
  const { responseMinutes } = incident.policy.rules[incident.severity];
  return {
    ...pagingDue(next, recordedAt),
    endedAt: null,
    endedBy: null,
    commandBase: recordedAt,
    commandDueAt: incident.roles[commanderKey] ? null : plus(recordedAt, responseMinutes * MINUTE),
    cadence: resumed(incident.cadence, recordedAt, cadenceMinutesOf(incident)),
  };
}

export function moved(incident: Incident, phase: Phase, at: Instant): Incident {
  const been = incident.been.includes(phase) ? incident.been : [...incident.been, phase];
  return { ...incident, phase, phaseSince: at, been };
}

/** Nothing is owed by an incident that ended; what was offered lapses with it. */
export function ended(incident: Incident, { actor, recordedAt }: IncidentFact): Incident {
  return {
    ...incident,
    endedAt: recordedAt,
    endedBy: actor,
    commandDueAt: null,
    commandOverdueAt: null,
    commanderAwaySince: null,
    pagingDueAt: null,
    pages: incident.pages.map((page) => (page.state === 'ended' ? page : endedPage(page))),
    vendors: incident.vendors.map(restingCase),
    handovers: {},
    cadence: stopped(incident.cadence, recordedAt),
  };
}

export function severityChanged(incident: Incident, { data, recordedAt }: FactOf<'severity.changed'>): Incident {
  const settled = { ...incident, severity: data.to, severityUnsure: false };
  if (!isOpen(incident.phase)) return settled;
  const { responseMinutes, cadenceMinutes } = incident.policy.rules[data.to];
  const commandDueAt = incident.roles[commanderKey] ? null : plus(incident.commandBase, responseMinutes * MINUTE);
  return {
    ...(isRaise(data.from, data.to) ? pagingDue(settled, recordedAt) : settled),
    commandDueAt,
    commandOverdueAt: commandDueAt !== null && commandDueAt > recordedAt ? null : incident.commandOverdueAt,
    cadence:
      cadenceMinutes === cadenceMinutesOf(incident)
        ? incident.cadence
        : replanned(incident.cadence, cadenceMinutes, recordedAt),
  };
}

/** Whom to page is to be settled anew, where this severity pages at all. */
export function pagingDue(incident: Incident, at: Instant): Incident {
  if (!isOpen(incident.phase) || pagedUnder(incident.policy.rules[incident.severity]) === 'nobody') return incident;
  return { ...incident, pagingDueAt: incident.pagingDueAt ?? at };
}

export function updatePosted(
  incident: Incident,
  { data, actor, seq, at, recordedAt }: FactOf<'update.posted'>,
): Incident {
  const { status, actions, next, estimate, human } = data;
  const update = { status, actions, next, estimate, human, seq, at, by: actor };
  if (!human) return { ...incident, update };
  const minutes = isOpen(incident.phase) ? cadenceMinutesOf(incident) : null;
  return { ...incident, update, cadence: answered(incident.cadence, recordedAt, minutes, data.noChange) };
}

export function held(incident: Incident, role: RoleRef, holder: PersonRef, since: Instant): Incident {
  const roles = { ...incident.roles, [role.key]: { role, holder, since } };
  const responders = { ...incident.responders, [holder.id]: holder };
  const next = { ...incident, roles, responders, handovers: without(incident.handovers, role.key) };
  if (role.key !== commanderKey) return next;
  return { ...next, commandDueAt: null, commandOverdueAt: null, commanderAwaySince: null };
}

export function without<T>(all: Record<string, T>, key: string): Record<string, T> {
  return Object.fromEntries(Object.entries(all).filter(([each]) => each !== key));
}
