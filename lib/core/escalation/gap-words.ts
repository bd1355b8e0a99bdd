import { type Instant } from '../instant';
import { type Period } from './foresight';
import { type Gap } from './gaps';

/** What is wrong, without when: `Step 2 of “Payments” (Night shift) stands for nobody.` */
export function gapSentence(gap: Gap): string {
  if (gap.kind === 'no-policy') return 'It has no escalation policy: administrators are paged.';
  const step = `Step ${gap.step + 1} of “${gap.policy.name}” (${gap.targets.join(', ')})`;
  if (gap.kind === 'empty') return `${step} stands for nobody.`;
  if (gap.kind === 'vendors') return `${step} writes to vendors alone: nobody here is asked to answer.`;
  const people = gap.people.map(({ name }) => name).join(', ');
  return `${step} pages only whom an earlier step paged: ${people}.`;
}

/** When, in UTC to the minute; empty for what holds at all times. */
export function periodsWords(periods: readonly Period[]): string {
  const [first, ...rest] = periods;
  if (!first) return '';
  const more = rest.length === 0 ? '' : `, and ${rest.length} ${rest.length === 1 ? 'time' : 'times'} more`;
  return `${minuteOf(first.from)} until ${minuteOf(first.to)} UTC${more}`;
}

/** A gap as one line of text. */
export function gapLine(gap: Gap): string {
  const when = gap.kind === 'no-policy' ? '' : ` ${periodsWords(gap.periods)}`;
  return `${gap.service.name} (${gap.severities.join(', ')}): ${gapSentence(gap)}${when}`;
}

function minuteOf(instant: Instant): string {
  return instant.slice(0, 16).replace('T', ' ');
}
