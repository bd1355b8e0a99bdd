import { z } from 'zod';
import { SECOND, plus } from '../../instant';
import { defineAct, sentence } from '../act';

/** Seconds in which a strong objection can be raised, unless the proposer says otherwise. */
export const objectionSeconds = 60;

export const proposeDecision = defineAct({
  name: 'propose-decision',
  input: z.object({
    text: sentence(1_000),
    windowSeconds: z.number().int().min(10).max(3_600).default(objectionSeconds),
  }),
  decide: (_incident, { text, windowSeconds }, { id, now }) => [
    { kind: 'decision.proposed', data: { id, text, closesAt: plus(now, windowSeconds * SECOND) } },
  ],
});
