// A timeline as a Markdown document: readable as it is, and by any tool. All times are UTC.
import { type FactOf } from '../facts';
import { estimateText, sentenceOf } from '../incident/sentence';
import { type IncidentSummary } from '../incident/summary';
import { type Instant } from '../instant';
import { severityWords } from '../severity/severity';
import { type TimelineItem, standingNote } from './page';

export function markdownHead(incident: IncidentSummary & { summary: string | null }, at: Instant): string {
  const facts = [
    `Severity: ${severityWords(incident.severity, incident.severityUnsure)}`,
    `Phase: ${incident.phase}`,
    `Commander: ${incident.commander?.name ?? 'nobody'}`,
    `Services: ${incident.services.map(({ name }) => name).join(', ') || 'none named'}`,
    `Began: ${minute(incident.startedAt)} UTC`,
    `Declared: ${minute(incident.declaredAt)} UTC`,
    ...(incident.endedAt ? [`Ended: ${minute(incident.endedAt)} UTC`] : []),
  ];
  return [
    `# INC-${incident.number} ${plain(incident.title)}`,
    '',
    ...facts.map((line) => `- ${plain(line)}`),
    '',
    ...(incident.summary ? [incident.summary, ''] : []),
    '## Timeline',
    '',
    `Complete as of ${second(at)} UTC. All times are UTC.`,
    '',
  ].join('\n');
}

/** Lines for `item`; `day` is that of the item before it, so that each day has its heading once. */
export function markdownItem(item: TimelineItem, day: string | null): string {
  const today = item.place.slice(0, 10);
  const heading = today === day ? '' : `\n### ${today}\n\n`;
  const pinned = item.pinned ? ' (pinned)' : '';
  return `${heading}- \`${item.place.slice(11, 19)}\` ${headline(item)}${pinned}\n${indented(details(item))}`;
}

function headline({ fact }: TimelineItem): string {
  if (fact.kind === 'note.added') return `${plain(fact.actor.name)} noted:`;
  if (fact.kind === 'update.posted' && !fact.data.noChange) return `**Update** by ${plain(fact.actor.name)}`;
  return plain(sentenceOf(fact));
}

function details(item: TimelineItem): string[] {
  const { fact } = item;
  switch (fact.kind) {
    case 'update.posted':
      return fourFields(fact);
    case 'handover.offered':
      return quoted(fact.data.brief);
    case 'cadence.due':
      return fact.data.digest.lines.map((line) => `- ${plain(line)}`);
    case 'incident.declared':
      return fact.data.summary ? quoted(fact.data.summary) : [];
    case 'note.added':
      return note({ ...item, fact });
    default:
      return [];
  }
}

function fourFields({ data }: FactOf<'update.posted'>): string[] {
  const fields: [string, string | null][] = [
    ['Status', data.status],
    ['Actions', data.actions],
    ['Next', data.next],
    ['Estimate', estimateText(data.estimate)],
    ['Hypothesis', data.hypothesis],
  ];
  return fields.flatMap(([name, text]) => (text ? [`- **${name}:** ${onOneLine(text)}`] : []));
}

function note(item: TimelineItem & { fact: FactOf<'note.added'> }): string[] {
  const { text, former } = standingNote(item);
  const { attachment } = item.fact.data;
  const lines = quoted(text);
  if (attachment) {
    const at = attachment.href ?? (attachment.fileId && `/evidence/${attachment.fileId}`);
    lines.push('', `Evidence: ${plain(attachment.name)}${at ? ` <${at}>` : ''}`);
  }
  for (const version of former) {
    const { actor, recordedAt } = version.correction;
    lines.push('', `Corrected by ${plain(actor.name)} at ${second(recordedAt)}; before (${second(version.at)}):`);
    lines.push(...quoted(version.text));
  }
  return lines;
}

function quoted(text: string): string[] {
  return text.split('\n').map((line) => `> ${line}`.trimEnd());
}

function indented(lines: string[]): string {
  return lines.map((line) => (line ? `  ${line}\n` : '\n')).join('');
}

/** What was typed as plain text says the same when read as Markdown. */
function plain(text: string): string {
  return onOneLine(text).replace(/([\\`*_[\]<>|~])/g, '\\$1');
}

function onOneLine(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .join(' ');
}

function minute(instant: Instant): string {
  return instant.slice(0, 16).replace('T', ' ');
}

function second(instant: Instant): string {
  return instant.slice(0, 19).replace('T', ' ');
}
