import { z } from 'zod';
import { refuse } from '../../refusal';
import { defineAct, line } from '../act';

/** `from` and `summaryFrom` are what its author saw: others by now mean somebody was quicker. */
export const retitle = defineAct({
  name: 'retitle',
  input: z.object({
    title: line(200),
    summary: z.string().trim().max(5_000).nullish(),
    from: z.string().optional(),
    summaryFrom: z.string().nullish(),
  }),
  afterEnd: true,
  decide: (incident, input) => {
    if (input.from !== undefined && input.from !== incident.title) {
      return refuse('changed-meanwhile', `Somebody called it “${incident.title}” meanwhile.`);
    }
    if (input.summaryFrom !== undefined && (input.summaryFrom || null) !== incident.summary) {
      return refuse('changed-meanwhile', 'Somebody changed the summary meanwhile.');
    }
    const summary = input.summary === undefined ? incident.summary : input.summary || null;
    if (input.title === incident.title && summary === incident.summary) return [];
    const from = { title: incident.title, summary: incident.summary };
    return [{ kind: 'incident.retitled', data: { title: input.title, summary, from } }];
  },
});
