import { z } from 'zod';
import { SECOND, plus } from '../../instant';
import { refuse } from '../../refusal';
import { defineAct, sentence } from '../act';

/** Seconds in which a strong objection can be raised, unless the proposer says otherwise. */
const objectionSeconds = 60;

/** Most decisions of an incident, and most that wait for objections at once: the state is read whole. */
const mostDecisions = 300;
const mostOpenDecisions = 20;

export const proposeDecision = defineAct({
  name: 'propose-decision',
  input: z.object({
    text: sentence(1_000),
    windowSeconds: z.number().int().min(10).max(3_600).default(objectionSeconds),
  }),
  decide: ({ decisions }, { text, windowSeconds }, { id, now }) => {
    if (decisions.filter(({ state }) => state === 'proposed').length >= mostOpenDecisions) {
      return refuse('too-many', `${mostOpenDecisions} decisions wait for objections. Let some of them settle first.`);
    }
    if (decisions.length >= mostDecisions) {
      return refuse('too-many', `${mostDecisions} decisions were proposed. Write this one down as an event.`);
    }
    return [{ kind: 'decision.proposed', data: { id, text, closesAt: plus(now, windowSeconds * SECOND) } }];
  },
});
