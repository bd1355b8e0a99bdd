import {
  type Paged,
  type Severity,
  type SeverityRule,
  type SeverityRules,
  type Told,
  pagedUnder,
  severities,
} from './severity';

/** Who a group is, as the end of "told: …". */
export const toldWords: Record<Told, string> = {
  everyone: 'Everyone',
  'engineering-leads': 'Leads of every team',
  'owning-teams': 'The teams that own the services',
  nobody: 'Nobody; it is on the board',
};

/** Who is called until they acknowledge, as the end of "paged: …". */
export const pagedWords: Record<Paged, string> = {
  policies: 'By escalation policy',
  everyone: 'Everyone',
  nobody: 'Nobody',
};

/** When an acknowledger is paged again, as the end of "paged again: …". */
export function silenceWords({ silence = 'response-time' }: SeverityRule): string {
  if (silence === 'never') return 'Never';
  return silence === 'response-time'
    ? 'After the response time in silence'
    : `After ${minutesWords(silence)} of silence`;
}

/** Minutes in the largest unit that says them exactly: `15 minutes`, `1 hour`, `90 minutes`, `2 days`. */
export function minutesWords(minutes: number): string {
  if (minutes >= 1_440 && minutes % 1_440 === 0) return plural(minutes / 1_440, 'day');
  if (minutes >= 60 && minutes % 60 === 0) return plural(minutes / 60, 'hour');
  return plural(minutes, 'minute');
}

/** Hours likewise, in days from three days on: `48 hours`, `7 days`. */
export function hoursWords(hours: number): string {
  return hours >= 72 && hours % 24 === 0 ? plural(hours / 24, 'day') : plural(hours, 'hour');
}

function plural(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

/** One rule's difference, in words for both sides. */
export interface RuleChange {
  severity: Severity;
  what: string;
  before: string;
  after: string;
}

const sayings: { what: string; say: (rule: SeverityRule) => string }[] = [
  { what: 'meaning', say: (rule) => `“${rule.meaning}”` },
  { what: 'respond within', say: (rule) => minutesWords(rule.responseMinutes) },
  { what: 'told', say: (rule) => toldWords[rule.told] },
  { what: 'paged', say: (rule) => pagedWords[pagedUnder(rule)] },
  { what: 'paged again', say: silenceWords },
  {
    what: 'updates every',
    say: (rule) => (rule.cadenceMinutes === null ? 'none owed' : minutesWords(rule.cadenceMinutes)),
  },
  {
    what: 'postmortem within',
    say: (rule) => (rule.postmortemHours === null ? 'none owed' : hoursWords(rule.postmortemHours)),
  },
];

/** What differs between two versions of the policy, worst severity first. */
export function policyChanges(before: SeverityRules, after: SeverityRules): RuleChange[] {
  return severities.flatMap((severity) =>
    sayings
      .map(({ what, say }) => ({ severity, what, before: say(before[severity]), after: say(after[severity]) }))
      .filter((change) => change.before !== change.after),
  );
}

/** What is legal but probably a slip: a worse severity that is answered later than a milder one. */
export function policyDoubts(rules: SeverityRules): string[] {
  return severities.slice(1).flatMap((milder, at) => {
    const worse = severities[at];
    return worse && rules[worse].responseMinutes > rules[milder].responseMinutes
      ? [
          `${worse} is answered within ${minutesWords(rules[worse].responseMinutes)}, later than ${milder} (${minutesWords(rules[milder].responseMinutes)}).`,
        ]
      : [];
  });
}
