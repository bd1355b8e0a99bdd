import { type Fact } from './facts';
import { estimateText } from './incident/sentence';

/** The words by which a fact can be found, or null for one that nobody searches for. */
export function searchTextOf(fact: Fact): string | null {
  switch (fact.kind) {
    case 'incident.declared':
      return [fact.data.title, fact.data.summary, ...fact.data.services.map(({ name }) => name)]
        .filter(Boolean)
        .join('\n');
    case 'incident.retitled':
      return [fact.data.title, fact.data.summary].filter(Boolean).join('\n');
    case 'update.posted':
      return [
        fact.data.status,
        fact.data.actions,
        fact.data.next,
        estimateText(fact.data.estimate),
        fact.data.hypothesis,
      ]
        .filter(Boolean)
        .join('\n');
    case 'note.added':
      return [fact.data.text, fact.data.attachment?.name].filter(Boolean).join('\n');
    case 'note.corrected':
      return fact.data.text;
    case 'page.started':
      return fact.data.about;
    case 'task.assigned':
      return fact.data.title;
    case 'task.done':
      return `${fact.data.title}\n${fact.data.result}`;
    case 'vendor.contacted':
      return [fact.data.vendor.name, fact.data.ticket].filter(Boolean).join('\n');
    case 'vendor.answered':
      return `${fact.data.vendor.name}\n${fact.data.text}`;
    case 'vendor.given-up':
      return `${fact.data.vendor.name}\n${fact.data.reason}`;
    case 'decision.proposed':
      return fact.data.text;
    case 'phase.changed':
    case 'severity.changed':
    case 'help.asked':
      return fact.data.reason;
    default:
      return null;
  }
}
