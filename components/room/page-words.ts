import { type Page } from '@/lib/core/escalation/page';

/** Who is called next, as a panel says it; after the last step the administrators are told. */
export function nextWords({ steps, round, repeats, step }: Pick<Page, 'steps' | 'round' | 'repeats' | 'step'>): string {
  const next = round > repeats ? undefined : steps[step];
  return next ? next.targets.map(({ name }) => name).join(', ') : 'administrators are told';
}

/** Each person once, with their latest word. */
export function latestCalls({ called }: Pick<Page, 'called'>): Page['called'] {
  return [...new Map(called.map((call) => [call.person.id, call])).values()];
}
