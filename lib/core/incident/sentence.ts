// Every fact as a sentence a person would say. Names stand as they were when it happened.
import { pageSentence } from '../escalation/page-sentence';
import { type FactOf, type IncidentFact } from '../facts';
import { MINUTE } from '../instant';
import { severityWords } from '../severity/severity';
import { vendorSentence } from '../vendor/vendor-sentence';
import { withinSentence } from '../text';
import { type Estimate, commanderKey } from './incident';

/** Plain text of one line; longer words that were written (an update's fields, a brief) are left to the reader's view. */
export function sentenceOf(fact: IncidentFact): string {
  const who = fact.actor.name;
  switch (fact.kind) {
    case 'incident.declared': {
      const { title, severity, severityUnsure } = fact.data;
      return `${who} declared “${title}”, ${severityWords(severity, severityUnsure)}.`;
    }
    case 'incident.retitled':
      return fact.data.title === fact.data.from.title
        ? `${who} changed the summary.`
        : `${who} renamed it to “${fact.data.title}”.`;
    case 'services.changed': {
      const parts = [names('added', fact.data.added), names('removed', fact.data.removed)].filter(Boolean);
      return `${who} ${parts.join(' and ')}.`;
    }
    case 'access.changed':
      return fact.data.private
        ? `${who} made it private to ${list(fact.data.visibleTo.map(({ name }) => name)) || 'administrators'}.`
        : `${who} opened it to everyone.`;
    case 'incident.merged':
      return `${who} merged it into INC-${fact.data.into}${because(fact.data.reason)}`;
    case 'incident.absorbed':
      return `${who} merged INC-${fact.data.number}${fact.data.title === null ? '' : ` “${fact.data.title}”`} into this incident.`;
    case 'phase.changed':
      return `${who} moved it from ${fact.data.from} to ${fact.data.to}${because(fact.data.reason)}`;
    case 'severity.changed':
      return fact.data.from === fact.data.to
        ? `${who} settled the severity: ${fact.data.to}${because(fact.data.reason)}`
        : `${who} changed the severity from ${fact.data.from} to ${fact.data.to}${because(fact.data.reason)}`;
    case 'command.overdue':
      return `Nobody took command within the response time${late(fact.data.lateMs)}.`;
    case 'commander.away':
      return `${fact.data.person.name}, in command, has left the room. Anyone may relieve them.`;
    case 'commander.returned':
      return `${fact.data.person.name} is back in the room and commands.`;
    case 'paging.decided': {
      const { severity, policies, none } = fact.data;
      const uncovered = none.length > 0 ? ` ${list(none.map(({ name }) => name))} without an escalation policy.` : '';
      if (policies.length === 0) return `${severity} pages whom it pages already.${uncovered}`;
      return `${severity} pages by ${list(policies.map(({ name }) => `“${name}”`))}.${uncovered}`;
    }
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
      return pageSentence(fact);
    case 'vendor.contacted':
    case 'vendor.answered':
    case 'vendor.given-up':
      return vendorSentence(fact);
    case 'vendor.chase-due':
      return `${vendorSentence(fact)}${late(fact.data.lateMs)}`;
    case 'role.taken':
      return fact.data.role.key === commanderKey
        ? `${fact.data.person.name} took command.`
        : `${fact.data.person.name} is ${withinSentence(fact.data.role.name)} now.`;
    case 'role.assigned':
      return `${who} made ${fact.data.person.name} ${withinSentence(fact.data.role.name)}.`;
    case 'role.released':
      return `${fact.data.person.name} is no longer ${withinSentence(fact.data.role.name)}.`;
    case 'role.relieved':
      return `${fact.data.to.name} relieved ${fact.data.from.name} as ${withinSentence(fact.data.role.name)}${because(fact.data.reason)}`;
    case 'handover.offered':
      return `${fact.data.from.name} offered ${roleOf(fact)} to ${fact.data.to.name}.`;
    case 'handover.accepted':
      return `${fact.data.to.name} accepted ${roleOf(fact)} from ${fact.data.from.name}.`;
    case 'handover.declined':
      return `${fact.data.to.name} declined ${roleOf(fact)}${because(fact.data.reason)}`;
    case 'handover.withdrawn':
      return `${fact.data.from.name} withdrew the offer of ${roleOf(fact)} to ${fact.data.to.name}.`;
    case 'handover.expired':
      return `${fact.data.to.name} did not answer the offer of ${roleOf(fact)}; ${fact.data.from.name} keeps it.`;
    case 'responder.joined':
      return `${fact.data.person.name} joined.`;
    case 'responder.left':
      return `${fact.data.person.name} left.`;
    case 'subteam.formed': {
      const { name, lead, members } = fact.data;
      return `${who} formed “${name}”: ${lead.name} leads ${list(members.map((member) => member.name)) || 'alone'}.`;
    }
    case 'subteam.changed': {
      const { name, lead, former, added, removed } = fact.data;
      const moves = [
        ...(added.length > 0 ? [`moved ${list(added.map((person) => person.name))} into`] : []),
        ...(removed.length > 0 ? [`took ${list(removed.map((person) => person.name))} out of`] : []),
        ...(lead.id === former.id ? [] : [`made ${lead.name} the lead of`]),
      ];
      return `${who} ${list(moves)} “${name}”.`;
    }
    case 'subteam.dissolved':
      return `${who} dissolved “${fact.data.name}”.`;
    case 'task.assigned':
      return `${who} asked ${fact.data.assignee.name} to: ${fact.data.title} (${fact.data.boxMinutes} min).`;
    case 'task.understood':
      return `${who} understood “${fact.data.title}”: ${fact.data.readBack}`;
    case 'task.done':
      return `${who} finished “${fact.data.title}”: ${fact.data.result}`;
    case 'task.came-back':
      return `“${fact.data.title}” came back: ${fact.data.assignee.name}’s time is up${late(fact.data.lateMs)}.`;
    case 'task.extended':
      return `${who} gave “${fact.data.title}” ${fact.data.boxMinutes} more minutes.`;
    case 'task.reassigned':
      return `${who} passed “${fact.data.title}” from ${fact.data.from.name} to ${fact.data.to.name} (${fact.data.boxMinutes} min).`;
    case 'task.cancelled':
      return `${who} cancelled “${fact.data.title}”${because(fact.data.reason)}`;
    case 'decision.proposed':
      return `${who} proposed: ${fact.data.text}`;
    case 'decision.objected':
      return `${who} objected to “${fact.data.text}”: ${fact.data.reason}`;
    case 'decision.withdrawn':
      return `${who} withdrew “${fact.data.text}”.`;
    case 'decision.recorded': {
      const { text, by, objections } = fact.data;
      const against = objections.map(({ by, reason }) => `${by.name} objected (${reason})`);
      return `Decision by ${by.name}: ${stopped(text)} ${against.length === 0 ? 'No objection.' : `${list(against)}.`}`;
    }
    case 'update.posted': {
      const { noChange, human, status, hypothesis } = fact.data;
      if (!noChange) return `${who} posted an update${human ? '' : ' by token'}: ${status}`;
      return `${who} confirmed: no change.${hypothesis ? ` New hypothesis: ${hypothesis}` : ''}`;
    }
    case 'cadence.due':
      return `An update is due${late(fact.data.lateMs)}.`;
    case 'cadence.overdue':
      return `The update is ${minutes(fact.data.lateMs)} overdue; ${told[fact.data.level]}.`;
    case 'cadence.snoozed':
      return `${who} snoozed the update by ${minutes(Date.parse(fact.data.until) - Date.parse(fact.data.from))}${because(fact.data.reason)}`;
    case 'help.asked':
      return `${who} asked for help: ${fact.data.reason}`;
    case 'note.added':
      return `${who} noted: ${fact.data.text}`;
    case 'note.corrected':
      return `${who} corrected an event: ${fact.data.text}`;
    case 'fact.pinned':
      return `${who} pinned a fact.`;
    case 'fact.unpinned':
      return `${who} unpinned a fact.`;
    default:
      return fact satisfies never;
  }
}

const told: Record<FactOf<'cadence.overdue'>['data']['level'], string> = {
  nudge: 'whoever owes it was nudged',
  room: 'everyone in the room and the service’s leads were told',
  unowned: 'administrators and the service’s leads were told',
};

/** "14:30" is for screens in a zone; here an estimate is said in UTC. */
export function estimateText(estimate: Estimate): string {
  if (estimate.kind === 'at') return `Over by ${utc(estimate.at)} UTC`;
  return estimate.nextAt ? `Unknown for now, next estimate at ${utc(estimate.nextAt)} UTC` : 'Unknown for now';
}

function utc(instant: string): string {
  return instant.slice(0, 16).replace('T', ' ');
}

function roleOf(fact: { data: { role: { key: string; name: string } } }): string {
  return fact.data.role.key === commanderKey ? 'command' : `the role of ${withinSentence(fact.data.role.name)}`;
}

function because(reason: string | null): string {
  return reason ? `: ${reason}` : '.';
}

/** Ends what was written without a full stop, so that the next sentence does not run on. */
function stopped(text: string): string {
  return /[.!?…:]$/.test(text) ? text : `${text}.`;
}

function minutes(ms: number): string {
  const count = Math.max(1, Math.round(ms / MINUTE));
  return `${count} ${count === 1 ? 'minute' : 'minutes'}`;
}

function late(ms: number): string {
  return ms > 0 ? ` (noticed ${minutes(ms)} late, because Quarterdeck was down)` : '';
}

function names(verb: string, things: { name: string }[]): string {
  return things.length > 0 ? `${verb} ${list(things.map(({ name }) => name))}` : '';
}

function list(items: string[]): string {
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;
}
