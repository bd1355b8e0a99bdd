import { type z } from 'zod';
import { onTimeShare } from '@/lib/core/incident/cadence';
import { type Incident, cadenceMinutesOf } from '@/lib/core/incident/incident';
import { type IncidentSummary, summaryOf } from '@/lib/core/incident/summary';
import { env } from '@/lib/env';
import { type incidentSchema, type incidentSummarySchema } from './incident-schemas';

/** The address of an incident's room. */
export function urlOf(number: number): string {
  return `${env.QUARTERDECK_URL}/incidents/${number}`;
}

export function summaryView(summary: IncidentSummary): z.output<typeof incidentSummarySchema> {
  const { commandOverdueAt: _overdue, cadenceMinutes: _minutes, owed: _owed, number, ...rest } = summary;
  return { number, url: urlOf(number), ...rest };
}

/** An incident as the API tells it: the state, without what only screens need. */
export function incidentView(incident: Incident): z.output<typeof incidentSchema> {
  const { status: _status, ...summary } = summaryView(summaryOf(incident));
  const { cadence } = incident;
  return {
    ...summary,
    summary: incident.summary,
    declaredBy: incident.declaredBy,
    visibleTo: incident.visibleTo,
    mergedInto: incident.mergedInto,
    absorbed: incident.absorbed,
    commandOverdueAt: incident.commandOverdueAt,
    commanderAwaySince: incident.commanderAwaySince,
    roles: Object.values(incident.roles),
    handovers: Object.values(incident.handovers),
    responders: Object.values(incident.responders),
    subteams: incident.subteams,
    pages: incident.pages,
    vendors: incident.vendors,
    tasks: incident.tasks,
    decisions: incident.decisions,
    update: incident.update,
    cadence: {
      minutes: cadenceMinutesOf(incident),
      dueAt: cadence.dueAt,
      onTime: cadence.onTime,
      late: cadence.late,
      onTimeShare: onTimeShare(cadence),
      longestSilenceMs: cadence.longestSilenceMs,
    },
    pins: incident.pins,
    policyVersion: incident.policy.version,
  };
}
