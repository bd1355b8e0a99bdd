// An escalation policy as people read it.
import { minutesWords } from '../severity/policy-words';
import { type Ending, type EscalationPolicy, type Step, type Target, usualEnding } from './escalation-policy';

/** Whom a step pages, with what it is where the name alone does not say so: `Money (team)`. */
export function targetWords({ kind, name }: Pick<Target, 'kind' | 'name'>): string {
  return kind === 'schedule' || kind === 'team' || kind === 'vendor' ? `${name} (${kind})` : name;
}

/** Minutes after its beginning at which each step pages in the first round, if none before it is passed over. */
export function minutesOfSteps(steps: readonly Pick<Step, 'waitMinutes'>[]): number[] {
  let minutes = 0;
  return steps.map(({ waitMinutes }) => {
    const at = minutes;
    minutes += waitMinutes;
    return at;
  });
}

/** When a step pages, counted from the beginning: `at once`, `after 5 minutes`. */
export function whenWords(minutes: number): string {
  return minutes === 0 ? 'at once' : `after ${minutesWords(minutes)}`;
}

/** What happens at the end of it, as the rest of a sentence: `everyone is called`. */
export function endWords(ending: Ending = usualEnding): string {
  return endSaid[ending];
}

const endSaid: Record<Ending, string> = {
  'call-owners': 'administrators and leads are called',
  'call-everyone': 'everyone is called',
  'tell-owners': 'administrators and leads are told, and nobody is called',
};

/** What comes after the last step. */
export function endingWords({
  steps,
  repeats,
  ending,
}: Pick<EscalationPolicy, 'steps' | 'repeats' | 'ending'>): string {
  const rounds = repeats + 1;
  const total = rounds * steps.reduce((sum, { waitMinutes }) => sum + waitMinutes, 0);
  const times = rounds === 1 ? '' : rounds === 2 ? 'All of it twice; ' : `All of it ${rounds} times; `;
  const told = `after ${minutesWords(total)} without an answer, ${endWords(ending)}.`;
  return times ? `${times}${told}` : `A${told.slice(1)}`;
}

/** The whole of it: `At once Payments (schedule), after 5 minutes Money (team). All of it twice; after 20 minutes …` */
export function policySentence(policy: Pick<EscalationPolicy, 'steps' | 'repeats' | 'ending'>): string {
  const minutes = minutesOfSteps(policy.steps);
  const steps = policy.steps.map(
    ({ targets }, at) => `${whenWords(minutes[at] ?? 0)} ${targets.map(targetWords).join(' and ')}`,
  );
  const said = steps.join(', ');
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}. ${endingWords(policy)}`;
}
