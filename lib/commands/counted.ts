import { isRefusal, type Refusal } from '@/lib/core/refusal';
import { figures } from '@/lib/figures';

/** Does an act and counts it under a name that is ours, with how it ended and how long it took. */
export async function counted<Answer>(act: string, work: () => Promise<Answer | Refusal>): Promise<Answer | Refusal> {
  const stop = figures.actSeconds.startTimer({ act });
  let outcome = 'broke';
  try {
    const answer = await work();
    outcome = isRefusal(answer) ? answer.refusal : 'done';
    return answer;
  } finally {
    stop();
    figures.acts.inc({ act, outcome });
  }
}
