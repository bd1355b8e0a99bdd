/** How bad it is, from worst to least. */
export const severities = ['Critical', 'High', 'Medium', 'Low'] as const;
export type Severity = (typeof severities)[number];

/** Who is told (not paged) when an incident of this severity is declared or raised to it. */
export const toldGroups = ['everyone', 'engineering-leads', 'owning-teams', 'nobody'] as const;
export type Told = (typeof toldGroups)[number];

/** Who is paged, that is called until they acknowledge: the escalation policies of its services, everybody, or nobody. */
export const pagedGroups = ['policies', 'everyone', 'nobody'] as const;
export type Paged = (typeof pagedGroups)[number];

/**
 * When a page begins anew whose acknowledger is neither heard nor seen: once the response time has passed, after so many minutes of
 * their own, or never.
 */
export type Silence = 'response-time' | 'never' | number;

/** Times in minutes, the postmortem's in hours. `null` cadence: no update is owed; `null` postmortem: none is. */
export interface SeverityRule {
  /** One plain sentence to choose by. */
  meaning: string;
  responseMinutes: number;
  told: Told;
  /** Policies written before there was paging lack it, and page nobody. */
  paged?: Paged;
  /** Policies written before it could be chosen lack it, and mean the response time. */
  silence?: Silence;
  cadenceMinutes: number | null;
  postmortemHours: number | null;
}

export type SeverityRules = Record<Severity, SeverityRule>;

/** The policy in force; `version` counts up from 1 with every change. */
export interface SeverityPolicy {
  version: number;
  rules: SeverityRules;
}

/** True when `to` is worse than `from`. */
export function isRaise(from: Severity, to: Severity): boolean {
  return severities.indexOf(to) < severities.indexOf(from);
}

/** A severity as every screen and text says it; `unsure` until triage has settled it. */
export function severityWords(severity: Severity, unsure: boolean): string {
  return unsure ? `${severity} (unsure)` : severity;
}

/** "Unsure" counts as this until triage decides: a wrong High costs a notice, a wrong Medium an outage. */
export const unsureSeverity: Severity = 'High';

/** Who is paged under this rule. */
export function pagedUnder(rule: SeverityRule): Paged {
  return rule.paged ?? 'nobody';
}

/** Minutes of silence after which an acknowledged page begins anew under this rule; null for never. */
export function silentMinutesUnder({ silence = 'response-time', responseMinutes }: SeverityRule): number | null {
  if (silence === 'never') return null;
  return silence === 'response-time' ? responseMinutes : silence;
}
