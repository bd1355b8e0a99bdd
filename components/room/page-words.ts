import { endWords } from '@/lib/core/escalation/policy-words';
import { type Page } from '@/lib/core/escalation/page';

/** Who is called next, as a panel says it; after the last step, what happens then. */
export function nextWords({
  steps,
  round,
  repeats,
  step,
  ending,
}: Pick<Page, 'steps' | 'round' | 'repeats' | 'step' | 'ending'>): string {
  const next = round > repeats ? undefined : steps[step];
  return next ? next.targets.map(({ name }) => name).join(', ') : endWords(ending);
}

/** Each person once, with their latest word. */
export function latestCalls({ called }: Pick<Page, 'called'>): Page['called'] {
  return [...new Map(called.map((call) => [call.person.id, call])).values()];
}
