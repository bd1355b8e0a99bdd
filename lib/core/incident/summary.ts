import { type PersonRef } from '../access/actor';
import { type Instant } from '../instant';
import { type Severity } from '../severity/severity';
import { type Incident, type ServiceRef, cadenceMinutesOf, commanderOf } from './incident';
import { type Paging, pagingOf } from './paging';
import { type Owed, owedBy } from './owed';
import { type Phase, isOpen } from './phases';

/** An incident as lists and the board show it. */
export interface IncidentSummary {
  number: number;
  seq: number;
  title: string;
  severity: Severity;
  severityUnsure: boolean;
  phase: Phase;
  phaseSince: Instant;
  open: boolean;
  private: boolean;
  commander: PersonRef | null;
  services: ServiceRef[];
  startedAt: Instant;
  declaredAt: Instant;
  endedAt: Instant | null;
  updateDueAt: Instant | null;
  cadenceMinutes: number | null;
  commandDueAt: Instant | null;
  commandOverdueAt: Instant | null;
  owed: Owed | null;
  paging: Paging | null;
  status: string | null;
}

export function summaryOf(incident: Incident): IncidentSummary {
  const { number, seq, title, severity, severityUnsure, phase, phaseSince, services, startedAt, declaredAt, endedAt } =
    incident;
  return {
    number,
    seq,
    title,
    severity,
    severityUnsure,
    phase,
    phaseSince,
    open: isOpen(phase),
    private: incident.private,
    commander: commanderOf(incident),
    services,
    startedAt,
    declaredAt,
    endedAt,
    updateDueAt: incident.cadence.dueAt,
    cadenceMinutes: cadenceMinutesOf(incident),
    commandDueAt: incident.commandDueAt,
    commandOverdueAt: incident.commandOverdueAt,
    owed: owedBy(incident)[0] ?? null,
    paging: pagingOf(incident),
    status: incident.update?.status ?? null,
  };
}
