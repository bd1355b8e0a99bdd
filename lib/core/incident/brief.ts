// What the next holder of a role must know, written from the incident itself so that nobody hands over from memory alone.
import { type Instant } from '../instant';
import { severityWords } from '../severity/severity';
import { type Incident, commanderOf } from './incident';
import { type Owed, owedBy } from './owed';
import { type RoleKind, owedRoles } from './roles';
import { estimateText } from './sentence';

/** The brief as Markdown, to be edited by whoever hands over. It is read later: times stand in it, in UTC, and no spans. */
export function briefOf(incident: Incident, kinds: readonly RoleKind[], now: Instant): string {
  return [
    section('Situation', situation(incident)),
    section('Objectives', objectives(incident)),
    section('Who does what', whoDoesWhat(incident)),
    section('Resources', resources(incident, kinds)),
    section('Owed', owed(incident, now)),
  ].join('\n\n');
}

function situation(incident: Incident): string[] {
  const { update, severity, severityUnsure, phase, startedAt } = incident;
  const lines = [
    `${incident.title}: ${severityWords(severity, severityUnsure)}, ${phase}, began ${day(startedAt)} ${clock(startedAt)} UTC.`,
  ];
  if (incident.summary) lines.push(oneLine(incident.summary));
  if (update) lines.push(`Last update, ${clock(update.at)} UTC by ${update.by.name}: ${oneLine(update.status)}`);
  else lines.push('No update has been posted yet.');
  return lines;
}

function objectives({ update, decisions }: Incident): string[] {
  const lines = update ? [oneLine(update.next), `Estimate: ${estimateText(update.estimate)}.`] : [];
  const recorded = decisions.filter(({ state }) => state === 'recorded').slice(-3);
  return [...lines, ...recorded.map(({ text }) => `Decided: ${oneLine(text)}`)];
}

function whoDoesWhat({ roles, tasks, subteams, update }: Incident): string[] {
  const open = tasks.filter(({ endedAt }) => endedAt === null);
  return [
    ...(update ? [`In progress: ${oneLine(update.actions)}`] : []),
    ...Object.values(roles).map(({ role, holder }) => `${role.name}: ${holder.name}`),
    ...open.map(
      ({ title, assignee, dueAt, state }) =>
        `${assignee.name}: ${title} (${state === 'back' ? 'time is up' : `until ${clock(dueAt)} UTC`})`,
    ),
    ...subteams.map(({ name, lead, members }) => `${name}: ${[lead, ...members].map((one) => one.name).join(', ')}`),
  ];
}

function resources(incident: Incident, kinds: readonly RoleKind[]): string[] {
  const people = Object.values(incident.responders);
  const missing = owedRoles(incident, kinds);
  return [
    ...(incident.services.length > 0 ? [`Services: ${names(incident.services)}`] : []),
    ...(people.length > 0 ? [`Responders: ${names(people)}`] : []),
    ...(missing.length > 0 ? [`Nobody yet: ${names(missing)}`] : []),
  ];
}

/** Accepting the handover is not part of what is handed over. */
function owed(incident: Incident, now: Instant): string[] {
  const line = ({ text, dueAt, by }: Owed) => {
    const when = `${dueAt < now ? 'overdue since' : 'by'} ${clock(dueAt)} UTC`;
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}, ${when}${by && by !== commanderOf(incident)?.name ? ` (${by})` : ''}`;
  };
  return owedBy(incident)
    .filter(({ kind }) => kind !== 'handover')
    .map(line);
}

function section(title: string, lines: readonly string[]): string {
  return `**${title}**\n${lines.length > 0 ? lines.map((line) => `- ${line}`).join('\n') : '- Nothing.'}`;
}

function names(things: readonly { name: string }[]): string {
  return things.map(({ name }) => name).join(', ');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function day(instant: Instant): string {
  return instant.slice(0, 10);
}

function clock(instant: Instant): string {
  return instant.slice(11, 16);
}
